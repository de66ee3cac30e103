using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The people who run the demo's dialogues, and two residents with names.</summary>
internal sealed class StaffStep(AppDbContext db) : ISeedStep
{
    /// <summary>Object ids at the local identity provider, which offers the same people.</summary>
    public static Guid ObjectId(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static IReadOnlyList<DemoStaff> People { get; } =
    [
        new("Maria Demolund", "kommunikatör", "maria", [Role.Officer, Role.Moderator]),
        new("Nils Mallqvist", "kommunikatör", "nils", [Role.Officer, Role.Moderator]),
        new("Lena Provberg", "trafikingenjör", "lena", [Role.Officer]),
        new("Karin Mallberg", "nämndsekreterare", "karin", [], [Role.CommitteeSecretary]),
        new("Bengt Exempelström", "ordförande i Samhällsbyggnadsnämnden", "bengt", [], [Role.CommitteeMember, Role.CommitteeChair]),
        new("Siv Provlund", "ledamot i Samhällsbyggnadsnämnden", "siv", [], [Role.CommitteeMember]),
        new("Gunilla Provgren", "nämndsekreterare", "gunilla", [], [Role.CommitteeSecretary], "VON"),
        new("Tomas Mallner", "ordförande i Vård- och omsorgsnämnden", "tomas", [], [Role.CommitteeMember, Role.CommitteeChair], "VON"),
        new("Inger Demoström", "nämndsekreterare", "inger", [], [Role.CommitteeSecretary], "KFN"),
        new("Anders Exempelgren", "ordförande i Kultur- och fritidsnämnden", "anders", [], [Role.CommitteeMember, Role.CommitteeChair], "KFN"),
        new("Omar Testare", "systemförvaltare", "omar", [Role.Administrator]),
    ];

    public static IReadOnlyList<(string Name, string Email)> Residents { get; } =
        [("Ärla Åkerö", "arla@exempelby.example"), ("Östen från Byarna", "osten@exempelby.example")];

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        foreach (var person in People)
        {
            var committee = context.Committees[person.Committee];
            var roles = person.Roles.Select(r => new StaffRole(r))
                .Concat((person.CommitteeRoles ?? []).Select(r => new StaffRole(r, committee)));
            var staff = new StaffMember(ObjectId(person.Name), person.Name, person.Title, $"{person.Account}@exempelby.example", roles);
            db.Add(staff);
            context.Staff[person.Name] = staff.Id;
        }

        foreach (var (name, email) in Residents)
        {
            var resident = new Resident(email, context.Now.AddDays(-40));
            TorgetStep.Must(resident.ChooseName(name));
            db.Add(resident);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <param name="Committee">Short name of the committee that the committee roles are held in.</param>
    internal sealed record DemoStaff(
        string Name, string Title, string Account, IReadOnlyList<Role> Roles, IReadOnlyList<Role>? CommitteeRoles = null, string Committee = "SBN");
}

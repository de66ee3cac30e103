using Medborgardialog.Domain.Organisation;
using Medborgardialog.Infrastructure.Persistence;

namespace Medborgardialog.Infrastructure.Seeding;

internal sealed class OrganisationStep(AppDbContext db) : ISeedStep
{
    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var content = ExempelbyContent.Read<MunicipalityContent>("exempelby.json");
        foreach (var written in content.Committees)
        {
            var committee = new Committee(written.Slug, written.Name, written.ShortName);

            // Every fourth week, from before the demo to after the promised answer.
            committee.SetMeetings(Enumerable.Range(0, 12).Select(i => context.Scenario.Date(context.Now, -30 + (28 * i))));
            db.Add(committee);
            context.Committees[written.ShortName] = committee.Id;
        }

        Add("age", content.Age, content.Source);
        Add("area", content.Area, content.Source);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Add(string variable, IReadOnlyDictionary<string, int> groups, string source)
    {
        var order = 0;
        foreach (var (category, count) in groups)
        {
            db.Add(new Population(variable, category, order++, count, source));
        }
    }
}

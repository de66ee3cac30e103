using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    public static readonly PanelStratum Ages = new("age", "Ålder", "", [new("13–15", 800), new("16–17", 550), new("18–20", 800)], "Påhittad befolkning, demo");

    public static readonly PanelStratum Areas = new("area", "Område", "Var bor du?", [new("Centrum", 1000), new("Norrstrand", 700), new("Byarna", 450)], "Påhittad befolkning, demo");

    /// <summary>Of a youth panel, 13 to 20 years, that anybody may join.</summary>
    public static PanelSettings PanelSettings(
        string name = "Ungdomspanelen", int? seats = null, Recruitment recruitment = Recruitment.Open, int youngest = 13, int? oldest = 20, int guardianBelow = 13,
        int perQuarter = 2) => new(
        name, "Du svarar på frågor och kommunen lyssnar.", "Fyra gånger om året", 15, "Alla mellan 13 och 20 år", youngest, oldest, guardianBelow, recruitment,
        "Alla som vill får vara med.", seats, 24, perQuarter, ["Du kan lämna panelen när du vill.", "Ingen ser vad just du svarar."],
        ["Ledamot i en nämnd"], [Ages, Areas], "Maria Demolund", "0980-319 200", "vardagar 8–17", ["BRIS https://www.bris.se"]);

    /// <summary>An open panel in the database.</summary>
    public async Task<Panel> PanelAsync(PanelSettings? settings = null, PanelKind kind = PanelKind.Youth, string slug = "ungdomspanelen")
    {
        var committee = new Committee($"{slug}-namnden", $"Nämnden för {slug}", "KFN");
        var programme = new Programme(slug, slug);
        var panel = new Panel(slug, kind, committee.Id, programme.Id, Guid.CreateVersion7(), Now);
        if (panel.Write(settings ?? PanelSettings()) is { IsSuccess: false } wrong)
        {
            throw new InvalidOperationException(wrong.Error.Code);
        }

        panel.Turn(PanelState.Open);
        Db.AddRange(committee, programme, panel);
        await Db.SaveChangesAsync();
        return panel;
    }

    /// <summary>Residents in the database, each with an address of their own.</summary>
    public async Task<IReadOnlyList<Resident>> ResidentsAsync(int count)
    {
        var residents = Enumerable.Range(0, count).Select(_ => new Resident($"{Guid.CreateVersion7():N}@exempel.se", Now)).ToList();
        Db.AddRange(residents);
        await Db.SaveChangesAsync();
        return residents;
    }

    /// <summary>What somebody tells on the way in.</summary>
    public static JoinRequest Asking(Panel panel, string? name = null, int age = 14, bool drawn = false) => new(
        age, name ?? Alias.Offer(1, new HashSet<string>())[0], new Dictionary<string, string> { ["area"] = "Centrum" }, drawn, HasExcludedRole: false, panel.ConsentVersion);

    /// <summary>Members since today.</summary>
    public async Task<IReadOnlyList<Membership>> MembersAsync(Panel panel, int count, int age = 14)
    {
        var residents = await ResidentsAsync(count);
        var taken = new HashSet<string>();
        var members = residents.Select(r =>
        {
            var name = Alias.Offer(1, taken)[0];
            taken.Add(name);
            return Membership.Ask(panel, r.Id, Asking(panel, name, age), 0, null, DateOnly.FromDateTime(Now.UtcDateTime), Now).Value!;
        }).ToList();
        Db.AddRange(members);
        await Db.SaveChangesAsync();
        return members;
    }
}

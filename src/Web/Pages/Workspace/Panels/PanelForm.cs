using System.Globalization;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>What is typed about a panel, as it was typed. Kind and committee are chosen once, when the panel is made.</summary>
public sealed class PanelForm
{
    public PanelKind Kind { get; set; }

    /// <summary>Slug.</summary>
    public string? Committee { get; set; }

    public string? Name { get; set; }

    public string? Purpose { get; set; }

    public string? HowOften { get; set; }

    public string? MinutesPerYear { get; set; }

    public string? WhoMayJoin { get; set; }

    public string? Youngest { get; set; }

    public string? Oldest { get; set; }

    public string? GuardianBelow { get; set; }

    public Recruitment Recruitment { get; set; }

    public string? RecruitmentText { get; set; }

    public string? Seats { get; set; }

    public string? TermMonths { get; set; } = "24";

    public string? InvitationsPerQuarter { get; set; } = "1";

    /// <summary>A point a line, as <see cref="ExcludedRoles"/> and <see cref="Help"/>.</summary>
    public string? Consent { get; set; }

    public string? ExcludedRoles { get; set; }

    /// <summary>Always <see cref="PanelSettings.MostStrata"/>; those without any text are none.</summary>
    public IList<PanelFormStratum> Strata { get; set; } = Enumerable.Range(0, PanelSettings.MostStrata).Select(_ => new PanelFormStratum()).ToList();

    public string? ContactName { get; set; }

    public string? ContactPhone { get; set; }

    public string? StaffedHours { get; set; }

    public string? Help { get; set; }

    /// <summary>So many characters may be typed, by field.</summary>
    public IEnumerable<(string Field, string? Text, int Most)> Limits() =>
    [
        (nameof(Name), Name, PanelSettings.LongestName), (nameof(Purpose), Purpose, 1000), (nameof(HowOften), HowOften, 100), (nameof(WhoMayJoin), WhoMayJoin, 200),
        (nameof(RecruitmentText), RecruitmentText, 600), (nameof(Consent), Consent, 4000), (nameof(ExcludedRoles), ExcludedRoles, 1000),
        (nameof(ContactName), ContactName, 100), (nameof(ContactPhone), ContactPhone, 40), (nameof(StaffedHours), StaffedHours, 100), (nameof(Help), Help, 1000),
        .. Strata.SelectMany((s, i) => new (string, string?, int)[]
        {
            (At(i, nameof(PanelFormStratum.Key)), s.Key, 30), (At(i, nameof(PanelFormStratum.Name)), s.Name, 60), (At(i, nameof(PanelFormStratum.Question)), s.Question, 120),
            (At(i, nameof(PanelFormStratum.Categories)), s.Categories, 2000), (At(i, nameof(PanelFormStratum.Source)), s.Source, 120),
        }),
    ];

    /// <summary>Numbers that cannot be read are impossible ones, which the domain refuses by name.</summary>
    public PanelSettings Read() => new(
        Clean(Name), Clean(Purpose), Clean(HowOften), Number(MinutesPerYear), Clean(WhoMayJoin), Number(Youngest), Whole(Oldest),
        string.IsNullOrWhiteSpace(GuardianBelow) ? Math.Max(13, Number(Youngest)) : Number(GuardianBelow), Recruitment, Clean(RecruitmentText), Whole(Seats), Number(TermMonths),
        Number(InvitationsPerQuarter), Lines(Consent), Lines(ExcludedRoles), [.. Strata.Where(s => s.IsFilled).Select(s => s.Read())], Clean(ContactName), Clean(ContactPhone),
        Clean(StaffedHours), Lines(Help));

    /// <summary>Name in the form of the field that is wrong.</summary>
    /// <param name="field">Name of a property of <see cref="PanelSettings"/>.</param>
    public string NameOf(string field)
    {
        if (field != nameof(Strata))
        {
            return field;
        }

        var unsound = Strata.Select((s, i) => (Stratum: s, At: i)).Where(s => s.Stratum.IsFilled && !s.Stratum.Read().IsSound).Select(s => (int?)s.At).FirstOrDefault();
        return At(unsound ?? 0, unsound is { } at && Strata[at].Read() is { Key.Length: > 0, Name.Length: > 0 } ? nameof(PanelFormStratum.Categories) : nameof(PanelFormStratum.Key));
    }

    /// <summary>Every field with what stands in it, so that two forms can be laid side by side.</summary>
    public IEnumerable<(string Field, string Value)> Fields() =>
    [
        (nameof(Name), Name ?? ""), (nameof(Purpose), Purpose ?? ""), (nameof(HowOften), HowOften ?? ""), (nameof(MinutesPerYear), MinutesPerYear ?? ""),
        (nameof(WhoMayJoin), WhoMayJoin ?? ""), (nameof(Youngest), Youngest ?? ""), (nameof(Oldest), Oldest ?? ""), (nameof(GuardianBelow), GuardianBelow ?? ""),
        (nameof(RecruitmentText), RecruitmentText ?? ""), (nameof(Seats), Seats ?? ""), (nameof(TermMonths), TermMonths ?? ""),
        (nameof(InvitationsPerQuarter), InvitationsPerQuarter ?? ""), (nameof(Consent), Consent ?? ""), (nameof(ExcludedRoles), ExcludedRoles ?? ""),
        (nameof(Strata), string.Join("\n\n", Strata.Where(s => s.IsFilled).Select(s => $"{s.Key} {s.Name}\n{s.Categories}\n{s.Source}"))),
        (nameof(ContactName), ContactName ?? ""), (nameof(ContactPhone), ContactPhone ?? ""), (nameof(StaffedHours), StaffedHours ?? ""), (nameof(Help), Help ?? ""),
    ];

    public static PanelForm Of(Panel panel)
    {
        var s = panel.Settings;
        var strata = s.Strata.Select(PanelFormStratum.Of).Concat(Enumerable.Range(0, PanelSettings.MostStrata).Select(_ => new PanelFormStratum())).Take(PanelSettings.MostStrata);
        return new PanelForm
        {
            Kind = panel.Kind, Name = s.Name, Purpose = s.Purpose, HowOften = s.HowOften, MinutesPerYear = Text(s.MinutesPerYear), WhoMayJoin = s.WhoMayJoin,
            Youngest = Text(s.Youngest), Oldest = Text(s.Oldest), GuardianBelow = Text(s.GuardianBelow), Recruitment = s.Recruitment, RecruitmentText = s.RecruitmentText,
            Seats = Text(s.Seats), TermMonths = Text(s.TermMonths), InvitationsPerQuarter = Text(s.InvitationsPerQuarter), Consent = string.Join('\n', s.Consent),
            ExcludedRoles = string.Join('\n', s.ExcludedRoles), Strata = strata.ToList(), ContactName = s.ContactName, ContactPhone = s.ContactPhone,
            StaffedHours = s.StaffedHours, Help = string.Join('\n', s.Help),
        };
    }

    private static string At(int stratum, string property) => string.Create(CultureInfo.InvariantCulture, $"{nameof(Strata)}[{stratum}].{property}");

    internal static string Clean(string? text) => PlainText.Clean(text ?? "");

    internal static string[] Lines(string? text) => Clean(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static int? Whole(string? text) => string.IsNullOrWhiteSpace(text) ? null : Number(text);

    private static int Number(string? text) =>
        int.TryParse(string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>One background as it was typed.</summary>
public sealed class PanelFormStratum
{
    private const char Between = ';';

    public string? Key { get; set; }

    public string? Name { get; set; }

    public string? Question { get; set; }

    /// <summary>One a line, with the population after a semicolon: <c>Centrum; 5200</c>.</summary>
    public string? Categories { get; set; }

    public string? Source { get; set; }

    public bool IsFilled => !string.IsNullOrWhiteSpace(Key + Name + Question + Categories + Source);

    /// <summary>A category whose population cannot be read has no name, which the domain refuses.</summary>
    public PanelStratum Read() => new(
        PanelForm.Clean(Key), PanelForm.Clean(Name), PanelForm.Clean(Question), [.. PanelForm.Lines(Categories).Select(Category)], PanelForm.Clean(Source));

    public static PanelFormStratum Of(PanelStratum stratum) => new()
    {
        Key = stratum.Key, Name = stratum.Name, Question = stratum.Question, Source = stratum.Source,
        Categories = string.Join('\n', stratum.Categories.Select(c => c.Population is { } people ? string.Create(CultureInfo.InvariantCulture, $"{c.Name}{Between} {people}") : c.Name)),
    };

    private static StratumCategory Category(string line)
    {
        var parts = line.Split(Between, StringSplitOptions.TrimEntries);
        return parts is [var name] ? new StratumCategory(name)
            : parts is [var named, var figure] && int.TryParse(string.Concat(figure.Where(c => !char.IsWhiteSpace(c))), NumberStyles.None, CultureInfo.InvariantCulture, out var people)
                ? new StratumCategory(named, people)
                : new StratumCategory("");
    }
}

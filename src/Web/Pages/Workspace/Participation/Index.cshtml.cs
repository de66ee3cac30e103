using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Participation;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Participation;
using Medborgardialog.Domain.Sends;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Participation;

/// <summary>S26: how the answering goes and who is missing, of a rådslag or a survey. Shows nothing of what anybody answered.</summary>
public sealed class IndexModel(GetParticipationHandler get) : AppPage
{
    /// <summary>A group that answers less than two thirds as often as another is worth a heading.</summary>
    private const double WorthSaying = 2.0 / 3;

    private readonly List<XElement> _figures = [];

    public ParticipationView View { get; private set; } = null!;

    public string Home => $"/arbetsyta/{View.Dialogue.Kind}/{View.Dialogue.Slug}";

    /// <summary>Who takes part beside who could, then how it has gone; numbered in the order of the page.</summary>
    public IReadOnlyList<XElement> Compared => _figures;

    public XElement? OverTime { get; private set; }

    public IReadOnlyList<MissingGroup> Missing { get; private set; } = [];

    /// <summary>Why a comparison that there are people for is not shown, one sentence for each.</summary>
    public IReadOnlyList<string> Withheld { get; private set; } = [];

    public string Heading { get; private set; } = "";

    /// <summary>0 to 2.</summary>
    public int Reminders => View.Sent.Count(s => s.Kind is SendKind.FirstReminder or SendKind.SecondReminder);

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetParticipationQuery(kind, slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        ViewData["Title"] = $"{T["part.title"]} – {View.Dialogue.Name}";
        ViewData["Crumb"] = T["part.title"];
        ViewData["Crumbs"] = new (string Href, string Text)[] { ("/arbetsyta", T["work.title"]), (Home, View.Dialogue.Name) };
        Heading = Found() ?? T["part.title"];
        if (View.HasBreakdowns)
        {
            Draw();
        }

        return Page();
    }

    public string Name(string variable, IReadOnlyList<string> names) =>
        variable == ParticipationRelease.Door ? MissingGroups.Join([.. names.Select((n, i) => i == 0 ? T[$"part.door.{n}"] : Small(T[$"part.door.{n}"]))], T) : MissingGroups.Name(variable, names, T);

    public static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>One decimal under ten percent, where it tells groups apart.</summary>
    public string Percent(double percent) => T["result.percent", percent.ToString(percent < 10 ? "0.0" : "0", CultureInfo.CurrentCulture)];

    private static string Small(string name) => char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..];

    private string? Found() =>
        View.HasBreakdowns && View.Areas.Groups is { Count: > 1 } areas && areas.MaxBy(g => g.Rate)! is var most && areas.MinBy(g => g.Rate)! is var least
        && least.Rate < WorthSaying * most.Rate
            ? T["part.heading", Name(AboutYou.Area, most.Names), Name(AboutYou.Area, least.Names)]
            : null;

    private void Draw()
    {
        Missing = MissingGroups.Of(View, T);
        var (withheld, dates) = (new List<string>(), HttpContext.RequestServices.GetRequiredService<Dates>());
        foreach (var (variable, comparison, groups) in new[]
        {
            (AboutYou.Area, View.Areas, View.Reference?.Areas), (AboutYou.Age, View.Ages, View.Reference?.Ages),
        })
        {
            if (comparison.Groups.Count > 0)
            {
                _figures.Add(ParticipationFigures.Compare(T, View, comparison, variable, _figures.Count + 1, Source(dates)));
            }
            else if (View.Counts.Release is not null && groups is { Count: > 1 })
            {
                withheld.Add(T[$"part.withheld.{comparison.Reason}", T[$"part.{variable}"], View.Limits.SmallestGroup]);
            }
        }

        Withheld = withheld;
        OverTime = ParticipationFigures.Days(T, View, _figures.Count + 1, T["part.source.days", View.Dialogue.Name]);
    }

    private string Source(Dates dates)
    {
        var (reference, release) = (View.Reference!, View.Counts.Release!);
        return reference.Day is { } day
            ? T["part.source.frame", View.Dialogue.Name, dates.Day(release.Day), reference.Source, dates.Day(day)]
            : T["part.source.population", View.Dialogue.Name, dates.Day(release.Day), reference.Source];
    }
}

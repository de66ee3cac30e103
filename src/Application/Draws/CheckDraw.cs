using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

/// <param name="Respondents">The bytes of the file, or null when none was chosen; so also <paramref name="Categories"/>.</param>
public sealed record CheckDrawCommand(PanelDrawSettings Settings, byte[]? Respondents, byte[]? Categories);

/// <summary>What the dry check came to.</summary>
/// <param name="Slug">The draw that was made; empty when there are errors, and then nothing is kept.</param>
/// <param name="Errors">The first <see cref="CheckDrawHandler.MostShown"/>.</param>
/// <param name="ErrorCount">All of them.</param>
public sealed record DrawChecked(string Slug, IReadOnlyList<DrawRowError> Errors, int ErrorCount);

/// <summary>
/// The dry check: reads both files, says row by row what is wrong, and when nothing is makes the draw, with numbers in place of people. Nothing is
/// computed. Errors: <see cref="PanelDrawNotFound"/> for all who are no officers, <see cref="PanelDrawSettingsWrong"/>.
/// </summary>
public sealed class CheckDrawHandler(IAppDbContext db, DrawDesk desk) : IUseCase
{
    public const int MostShown = 200;
    private const int SlugTries = 1000;

    public async Task<Result<DrawChecked>> HandleAsync(CheckDrawCommand command, CancellationToken cancellationToken)
    {
        if (!desk.IsOfficer)
        {
            return new PanelDrawNotFound();
        }

        if (Wrong(command) is { } field)
        {
            return new PanelDrawSettingsWrong(field);
        }

        if (DrawPreparation.Prepare(command.Respondents!, command.Categories!, command.Settings, out var errors) is not { } prepared)
        {
            return new DrawChecked("", [.. errors.Take(MostShown)], errors.Count);
        }

        var slug = await FreeSlugAsync(command.Settings.Name, cancellationToken);
        var draw = new PanelDraw(slug, command.Settings, DrawDesk.Pack(prepared.Input), prepared.Fingerprint, prepared.Key, prepared.Findings, desk.OfficerId, desk.Now);
        db.Set<PanelDraw>().Add(draw);
        db.Set<DrawPerson>().AddRange(prepared.People.Select((p, i) => new DrawPerson(draw.Id, i + 1, p.Line, p.Contact)));
        var saved = await desk.SaveAsync("draw.checked", draw, "", cancellationToken);
        return saved.IsSuccess ? new DrawChecked(slug, [], 0) : saved.Error;
    }

    private static string? Wrong(CheckDrawCommand command) =>
        command.Settings.Name.Trim().Length is 0 or > PanelDrawSettings.LongestName || Slugs.From(command.Settings.Name).Length == 0 ? "name"
        : command.Settings.Size is < 1 or > PanelDrawSettings.MostSeats ? "size"
        : command.Settings.LimitMinutes is < 1 or > PanelDrawSettings.LongestLimit ? "limit"
        : command.Respondents is not { Length: > 0 } ? "respondents"
        : command.Categories is not { Length: > 0 } ? "categories"
        : null;

    private async Task<string> FreeSlugAsync(string name, CancellationToken cancellationToken)
    {
        // "ny" is the address of the form.
        var slug = Slugs.From(name) is var plain && plain == "ny" ? "ny-1" : plain;
        var taken = await db.Set<PanelDraw>().Where(d => d.Slug.StartsWith(slug)).Select(d => d.Slug).ToListAsync(cancellationToken);
        return Enumerable.Range(1, SlugTries).Select(i => i == 1 ? slug : FormattableString.Invariant($"{slug}-{i}")).First(s => !taken.Contains(s, StringComparer.Ordinal));
    }
}

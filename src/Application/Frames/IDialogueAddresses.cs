using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <summary>What frames, letters and code entry need to know of a dialogue, of whatever kind it is.</summary>
/// <param name="Kind">First part of its address, for example <c>radslag</c>.</param>
/// <param name="Slug">Second part of its address.</param>
/// <param name="AnswerPath">Where a person who has given a code goes, for example <c>/radslag/torget/svara</c>.</param>
/// <param name="Name">Short name, for breadcrumbs.</param>
/// <param name="Summary">A few sentences, plain text.</param>
/// <param name="EasySwedish">The same in easy Swedish; may be empty.</param>
/// <param name="OpensAt">When it takes answers; null while that is not decided.</param>
/// <param name="ClosesAt">First instant at which it does not; null while that is not decided.</param>
public sealed record DialogueAddress(
    Guid DialogueId, string Kind, string Slug, string AnswerPath, string Title, string Name, string Summary, string EasySwedish,
    DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt)
{
    /// <summary>What results are broken down by and a list tells: its values are to be among the groups. Empty for a rådslag.</summary>
    public IReadOnlyList<BreakdownVariable> Groups { get; init; } = [];

    /// <summary>The officer's page of the frame.</summary>
    public string FramePath => $"/arbetsyta/{Kind}/{Slug}/urval";
}

/// <summary>Finds a dialogue by id or by address. The only place in this feature that knows which kinds there are.</summary>
public interface IDialogueAddresses
{
    Task<DialogueAddress?> FindAsync(Guid dialogueId, CancellationToken cancellationToken);

    Task<DialogueAddress?> FindAsync(string kind, string slug, CancellationToken cancellationToken);
}

public sealed class DialogueAddresses(IAppDbContext db) : IDialogueAddresses
{
    private const string Consultations = "radslag";
    private const string Surveys = "enkater";
    private const string Panels = "paneler";

    public async Task<DialogueAddress?> FindAsync(Guid dialogueId, CancellationToken cancellationToken) =>
        Of(await db.Set<Consultation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == dialogueId, cancellationToken))
        ?? Of(await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == dialogueId, cancellationToken))
        ?? Of(await db.Set<Panel>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == dialogueId, cancellationToken));

    public async Task<DialogueAddress?> FindAsync(string kind, string slug, CancellationToken cancellationToken) => kind switch
    {
        Consultations => Of(await db.Set<Consultation>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancellationToken)),
        Surveys => Of(await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug, cancellationToken)),
        Panels => Of(await db.Set<Panel>().AsNoTracking().SingleOrDefaultAsync(p => p.Slug == slug, cancellationToken)),
        _ => null,
    };

    /// <summary>Those who get a code may join (L2). It has no closing; a letter's code works as long as the list is kept.</summary>
    private static DialogueAddress? Of(Panel? panel) => panel is null ? null : new DialogueAddress(
        panel.Id, Panels, panel.Slug, PanelPaths.Join(panel), panel.Settings.Name, panel.Settings.Name, panel.Settings.Purpose, "",
        panel.State is PanelState.Open or PanelState.ClosedToNew ? panel.CreatedAt : null, null);

    private static DialogueAddress? Of(Consultation? consultation) => consultation is null ? null : new DialogueAddress(
        consultation.Id, Consultations, consultation.Slug, $"/{Consultations}/{consultation.Slug}/svara", consultation.Title, consultation.NameInText,
        consultation.Summary, consultation.EasySwedish,
        consultation.IsFrozen ? consultation.Schedule!.AnswersOpenAt : null,

        // One that was cancelled takes no answers, whatever its timetable says.
        consultation.State == ConsultationState.Cancelled ? consultation.StateChangedAt : consultation.Schedule?.ClosesAt);

    private static DialogueAddress? Of(Survey? survey) => survey is null ? null : new DialogueAddress(
        survey.Id, Surveys, survey.Slug, $"/{Surveys}/{survey.Slug}", survey.Title, survey.NameInText, survey.Why, survey.EasySwedish,
        survey.IsFrozen ? survey.Times!.AnswersOpenAt : null,
        survey.State == SurveyState.Cancelled ? survey.StateChangedAt : survey.Times?.ClosesAt)
    {
        Groups = [.. survey.Breakdowns.Where(b => b.Source == BreakdownSource.Background)],
    };
}

using System.Globalization;
using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// Puts a report together from the evidence ledger as it was at the cut-off of the report, and from words. The same ledger, cut-off and words give the
/// same report, whenever and by whomever it is composed.
/// </summary>
public sealed class ReportComposer(IAppDbContext db, ListDiscussionEvidenceHandler discussions, IDisclosureGate gate, ListCodedThemesHandler themes, ITexts texts)
{
    /// <param name="report">With its cut-off set.</param>
    public async Task<ReportModel> ComposeAsync(Report report, CancellationToken cancellationToken)
    {
        var dialogue = await db.Set<AskedDialogue>().SingleAsync(d => d.Id == report.DialogueId, cancellationToken);
        var committee = await db.Set<Committee>().Where(c => c.Id == report.CommitteeId).Select(c => c.Name).SingleAsync(cancellationToken);
        var book = new FigureBook(texts, await EvidenceAsync(dialogue, report.CutOff!.Value, cancellationToken));
        return dialogue.Kind == DialogueKind.Consultation
            ? await ConsultationAsync(report, dialogue, committee, book, cancellationToken)
            : await SurveyAsync(report, dialogue, committee, book, cancellationToken);
    }

    /// <summary>What the ledger said at the cut-off about the dialogue, and about the service that it asks about in the year before it closed.</summary>
    private async Task<IReadOnlyList<EvidenceRow>> EvidenceAsync(AskedDialogue dialogue, DateTimeOffset cutOff, CancellationToken cancellationToken)
    {
        var rows = await ReportScope.Of(db, dialogue).AsNoTracking()
            .Where(r => r.AddedAt <= cutOff && (r.ReplacedAt == null || r.ReplacedAt > cutOff) && (r.WithdrawnAt == null || r.WithdrawnAt > cutOff))
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => r.SourceKind).ThenBy(r => r.From).ThenBy(r => r.Key, StringComparer.Ordinal)];
    }

    private async Task<ReportModel> ConsultationAsync(Report report, AskedDialogue dialogue, string committee, FigureBook book, CancellationToken cancellationToken)
    {
        var consultation = await db.Set<Consultation>().AsNoTracking().SingleAsync(c => c.Id == dialogue.Id, cancellationToken);
        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().SingleAsync(q => q.DialogueId == dialogue.Id, cancellationToken);
        var talk = (await discussions.HandleAsync(new ListDiscussionEvidenceQuery(dialogue.Id), cancellationToken)).Value!;
        var limits = (await gate.ReadAsync(dialogue.Id, Audience.Report, cancellationToken))?.Limits ?? ProtectionLimits.For(highProtection: true);
        var parts = new ConsultationReport(texts, book, new ConsultationMaterial(
            consultation, questionnaire, talk, limits, await themes.HandleAsync(new ListCodedThemesQuery(dialogue.Id), cancellationToken)));
        return Model(report, dialogue, committee, book, parts.Title(), parts.Basis(), parts.Findings(), await AskedAsync(dialogue, cancellationToken) ?? parts.Asked(), parts.Sections(), parts.Themes());
    }

    private async Task<ILookup<string, int>> BeforeAsync(Report report, CancellationToken cancellationToken)
    {
        var earlier = await db.Set<Report>().AsNoTracking()
            .Where(r => r.DialogueId == report.DialogueId && r.Version < report.Version && r.State == ReportState.Delivered && r.Model != null)
            .OrderBy(r => r.Version).Select(r => r.Model!).ToListAsync(cancellationToken);
        return earlier.SelectMany(m => JsonSerializer.Deserialize<ReportModel>(m)!.Figures).Where(f => f.Rule == FigureRule.Count)
            .Select(f => (f.Label, Digits: string.Concat(f.Shown.Where(char.IsAsciiDigit)))).Where(f => f.Digits.Length is > 0 and < 10)
            .ToLookup(f => f.Label, f => int.Parse(f.Digits, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private async Task<ReportModel> SurveyAsync(Report report, AskedDialogue dialogue, string committee, FigureBook book, CancellationToken cancellationToken)
    {
        var survey = await db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Id == dialogue.Id, cancellationToken);
        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().SingleAsync(q => q.DialogueId == dialogue.Id, cancellationToken);
        var disclosed = await gate.ReadSurveyAsync(dialogue.Id, Audience.Report, cancellationToken);
        var limits = disclosed?.Published.Limits ?? ProtectionLimits.For(highProtection: true);
        var comments = await db.Set<UnitComment>().Where(c => c.SurveyId == survey.Id)
            .Join(db.Set<ServiceUnit>(), c => c.UnitId, u => u.Id, (c, u) => new { u.Name, c.Text }).OrderBy(c => c.Name).ToListAsync(cancellationToken);
        var panel = await db.Set<PanelWave>().Where(w => w.SurveyId == survey.Id).Join(db.Set<Panel>(), w => w.PanelId, p => p.Id, (w, p) => p)
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var parts = new SurveyReport(texts, book, new SurveyMaterial(
            survey, questionnaire, limits, [.. comments.Select(c => (c.Name, c.Text))], await SinceAsync(survey, cancellationToken),
            await themes.HandleAsync(new ListCodedThemesQuery(dialogue.Id), cancellationToken), await AskedAsync(dialogue, cancellationToken) ?? [],
            panel is null ? "" : texts[$"report.survey.recruited.{panel.Settings.Recruitment}"])
        {
            Answering = disclosed?.Answering?.Verdict, Before = await BeforeAsync(report, cancellationToken),
        });
        return Model(report, dialogue, committee, book, parts.Title(), parts.Basis(), parts.Findings(), parts.Asked(), parts.Sections(), parts.Themes());
    }

    /// <summary>What the officers have written for the committee; null where they have written nothing.</summary>
    private async Task<IReadOnlyList<ReportAsked>?> AskedAsync(AskedDialogue dialogue, CancellationToken cancellationToken) =>
        await db.Set<ReportBrief>().AsNoTracking().SingleOrDefaultAsync(b => b.DialogueId == dialogue.Id, cancellationToken) is { Asked.Count: > 0 } brief ? brief.Asked : null;

    /// <summary>What the committee answered to the latest edition before this one, and how far it has come.</summary>
    private async Task<IReadOnlyList<string>> SinceAsync(Survey survey, CancellationToken cancellationToken)
    {
        if (survey.ProgrammeId is not { } programme)
        {
            return [];
        }

        var before = await db.Set<DecisionFeedback>().AsNoTracking()
            .Where(f => f.State == FeedbackState.Published)
            .Join(db.Set<Survey>().Where(s => s.ProgrammeId == programme && s.Id != survey.Id && s.Times!.ClosesAt < survey.Times!.ClosesAt), f => f.DialogueId, s => s.Id, (f, s) => new { Feedback = f, s.Times!.ClosesAt })
            .OrderByDescending(f => f.ClosesAt).Select(f => f.Feedback).FirstOrDefaultAsync(cancellationToken);
        return before is null ? [] :
        [
            .. AnswerPoint.ListOf(before).Select(p => texts[
                p.IsRefused ? "report.survey.sinceNo" : "report.survey.sinceYes", p.YouSaid, texts[$"decision.{p.Decision}"], p.IsRefused ? p.Why : p.WeDo,
                p.Status is { } status ? texts[$"pointStatus.{status}"] : ""]),
        ];
    }

    private static ReportModel Model(
        Report report, AskedDialogue dialogue, string committee, FigureBook book, string title, string basis, IReadOnlyList<ReportFinding> findings, IReadOnlyList<ReportAsked> asked,
        IReadOnlyList<ReportSection> sections, IReadOnlyList<ReportTheme> themes) => new(
            report.Number, report.Version, title, dialogue.Kind, dialogue.Title, dialogue.Address, committee, report.CutOff!.Value, dialogue.PromisedAt, basis, findings, asked,
            sections, themes, book.Figures);
}

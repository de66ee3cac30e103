using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Panels;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

/// <summary>What a survey says: its headlines exact, its breakdowns merged and rounded, as the gate lets them through. A wave says too who has left the panel.</summary>
public sealed partial class SurveySignals(
    IAppDbContext db, GetSurveyResultHandler results, CompareEditionsHandler editions, IWaveParticipation participation, ListCodedThemesHandler themes, ITexts texts)
{
    /// <summary>Null while it is sealed.</summary>
    public async Task<IReadOnlyList<SourceSignals>?> ListAsync(AskedDialogue dialogue, CancellationToken cancellationToken)
    {
        var read = await results.HandleAsync(new GetSurveyResultQuery(dialogue.Slug, Audience.Report), cancellationToken);
        if (!read.IsSuccess)
        {
            return null;
        }

        var result = read.Value;
        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().SingleAsync(q => q.DialogueId == dialogue.Id, cancellationToken);
        var draft = new SignalDraft(dialogue.OpensAt.SwedishDate(), dialogue.ClosesAt.AddTicks(-1).SwedishDate(), result.Design, dialogue.Service, null);
        if (result.Answers is { } answers)
        {
            draft.Add(EvidenceKind.Participation, Measures.Answers, texts["evidence.answers"], answers, result.Invited >= answers ? result.Invited : null, basis: EvidenceBasis.Actual);
            Exits(draft, result, answers);
            foreach (var question in result.Questions)
            {
                Question(draft, question, answers);
            }

            foreach (var loop in result.Loop)
            {
                Groups(draft, loop);
            }

            Rates(draft, result, questionnaire);
            Leaving(draft, result);
            await WhoAsync(draft, result, cancellationToken);
        }

        List<SourceSignals> all =
        [
            new(new EvidenceSource(EvidenceSourceKind.Survey, dialogue.Id, dialogue.Title, dialogue.Address + "/resultat", dialogue.CommitteeId), draft.Signals),
        ];
        if (await EarlierAsync(dialogue, cancellationToken) is { Count: > 0 } earlier)
        {
            all.Add(new(
                new EvidenceSource(
                    EvidenceSourceKind.Historic, DerivedId.Of(dialogue.Id, "series"), texts["evidence.seriesOf", dialogue.NameInText], dialogue.Address + "/resultat", dialogue.CommitteeId),
                earlier));
        }

        if (result.Answers is not null && await ThemesAsync(dialogue, result, cancellationToken) is { } written)
        {
            all.Add(written);
        }

        if (await PanelAsync(dialogue, result, cancellationToken) is { } panel)
        {
            all.Add(panel);
        }

        return all;
    }

    private void Exits(SignalDraft draft, SurveyResultView result, int answers)
    {
        if (result.LeftTheFlow is { } left)
        {
            draft.Add(EvidenceKind.Participation, Measures.Left, texts["report.measure.left"], left, answers + left, basis: EvidenceBasis.Actual);
        }
    }

    private void Question(SignalDraft draft, SurveyQuestionResult question, int answers)
    {
        var name = question.Statement is null ? question.Text : $"{question.Statement} {question.Text}";
        foreach (var choice in question.Choices.Where(c => c.Count is not null || c.AtLeastPercent is not null))
        {
            draft.Add(
                EvidenceKind.Opinion, Measures.Choice(question.Key, choice.Key), $"{name}: {choice.Label}", choice.Count, question.Base, atLeast: choice.AtLeastPercent,
                seen: question.Perspective);
        }

        foreach (var choice in question.Outside.Where(c => c.Count is not null))
        {
            draft.Add(EvidenceKind.Opinion, Measures.Outside(question.Key, choice.Key), $"{name}: {choice.Label}", choice.Count, answers, seen: question.Perspective);
        }

        if (question.Positive is { } positive)
        {
            draft.Add(
                EvidenceKind.Opinion, Measures.Positive(question.Key), texts["evidence.positive", name], positive.Numerator, positive.Denominator, seen: question.Perspective);
        }

        Broken(draft, question, EvidenceKind.Opinion, Measures.Positive(question.Key), texts["evidence.positive", name]);
    }

    /// <summary>The positive share by each group that may be told, as rounded counts.</summary>
    private static void Broken(SignalDraft draft, SurveyQuestionResult question, EvidenceKind kind, string measure, string label)
    {
        foreach (var table in question.Tables)
        {
            foreach (var line in table.Lines.Where(l => l.Positive is { IsShown: true }))
            {
                var names = string.Join(", ", line.Names);
                var isUnit = table.Variable == Domain.Ballots.Question.UnitKey;
                draft.Add(
                    kind, measure, $"{label}, {names}", line.Positive!.Numerator, line.Positive.Denominator, unit: isUnit ? names : "",
                    group: isUnit ? "" : $"{table.Name}: {names}", rounding: line.Positive.RoundingBase, seen: question.Perspective);
            }
        }
    }

    private async Task WhoAsync(SignalDraft draft, SurveyResultView result, CancellationToken cancellationToken)
    {
        var population = await db.Set<Population>().AsNoTracking().ToListAsync(cancellationToken);
        foreach (var who in result.Who.Where(w => w.Groups.Count > 0))
        {
            var total = who.Groups.Sum(g => g.Count);
            foreach (var group in who.Groups)
            {
                var name = string.Join(", ", group.Names);
                draft.Add(
                    EvidenceKind.Participation, Measures.Who(who.Variable), texts["evidence.who", name], group.Count, total, group: name,
                    rounding: result.Limits.RoundingBase);
                if (group.Invited is { } invited && who.Groups.All(g => g.Invited is not null))
                {
                    draft.Add(
                        EvidenceKind.Participation, Measures.Population(who.Variable), texts["evidence.invited", name], invited, who.Groups.Sum(g => g.Invited),
                        group: name, basis: EvidenceBasis.Actual);
                    continue;
                }

                var people = population.Where(p => p.Variable == who.Variable).ToList();
                var covered = people.Where(p => group.Names.Contains(p.Category)).Sum(p => p.Count);
                if (covered > 0 && who.Groups.All(g => g.Names.All(n => people.Exists(p => p.Category == n))))
                {
                    draft.Add(
                        EvidenceKind.Participation, Measures.Population(who.Variable), texts["evidence.population", name, people[0].Source], covered,
                        people.Sum(p => p.Count), group: name, basis: EvidenceBasis.Actual);
                }
            }
        }
    }

    private async Task<IReadOnlyList<EvidenceSignal>> EarlierAsync(AskedDialogue dialogue, CancellationToken cancellationToken)
    {
        var found = await editions.HandleAsync(new CompareEditionsQuery(dialogue.Slug, Audience.Report), cancellationToken);
        return
        [
            .. (found.Value?.Series ?? []).SelectMany(s => s.Points.Concat(s.Elsewhere).Select(p => new EvidenceSignal
            {
                Kind = EvidenceKind.Opinion, Measure = Measures.Series(s.Indicator), Label = $"{s.Text}, {p.Point.Edition}{(p.Place.Length > 0 ? ", " + p.Place : "")}. {p.Source}",
                Service = dialogue.Service, Unit = p.Place, Group = p.Point.Edition, From = YearOf(p, dialogue, first: true), To = YearOf(p, dialogue, first: false),
                Count = p.Point.Share.Numerator, Denominator = p.Point.Share.Denominator, Design = p.Point.Share.Design,
                Reason = p.Point.BreaksBefore ? p.BreakNote ?? texts["evidence.break"] : "",
            })),
        ];
    }

    /// <summary>The year that the name of the edition begins with; where it has none, that of the dialogue.</summary>
    private static DateOnly YearOf(SourcedPoint point, AskedDialogue dialogue, bool first)
    {
        var year = point.Point.Edition.Length >= 4 && int.TryParse(point.Point.Edition.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named is > 1900 and < 2200
            ? named
            : dialogue.ClosesAt.SwedishDate().Year;
        return first ? new DateOnly(year, 1, 1) : new DateOnly(year, 12, 31);
    }

    /// <summary>What people wrote, as it was released: persons by theme of all who wrote, and whose voices they are.</summary>
    private async Task<SourceSignals?> ThemesAsync(AskedDialogue dialogue, SurveyResultView result, CancellationToken cancellationToken)
    {
        var released = await themes.HandleAsync(new ListCodedThemesQuery(dialogue.Id), cancellationToken);
        if (released.Count == 0)
        {
            return null;
        }

        var draft = new SignalDraft(dialogue.OpensAt.SwedishDate(), dialogue.ClosesAt.AddTicks(-1).SwedishDate(), result.Design, dialogue.Service, null);
        foreach (var coding in released)
        {
            draft.Add(EvidenceKind.Theme, Measures.WroteAtAll, texts["evidence.wrote", coding.Title], coding.Writers, null, group: coding.Title, basis: EvidenceBasis.Actual);
            foreach (var theme in coding.Themes.Where(t => t.Persons is not null))
            {
                draft.Add(EvidenceKind.Theme, Measures.Theme(theme.Id), theme.Name, theme.Persons, Math.Max(coding.Writers, theme.Persons!.Value), basis: EvidenceBasis.Actual);
            }
        }

        // Of one coding alone: who wrote to two questions would be heard twice.
        var heard = released[0].Heard;
        foreach (var unit in heard)
        {
            draft.Add(EvidenceKind.Participation, Measures.Who(Measures.Heard), texts["evidence.heardUnit", unit.Unit], unit.Voices, heard.Sum(h => h.Voices), group: unit.Unit, basis: EvidenceBasis.Actual);
            draft.Add(EvidenceKind.Participation, Measures.Population(Measures.Heard), texts["evidence.invited", unit.Unit], unit.Asked, heard.Sum(h => h.Asked), group: unit.Unit, basis: EvidenceBasis.Actual);
        }

        return new SourceSignals(
            new EvidenceSource(EvidenceSourceKind.Survey, DerivedId.Of(dialogue.Id, "themes"), texts["evidence.themesOf", dialogue.NameInText], dialogue.Address + "/resultat", dialogue.CommitteeId),
            draft.Signals);
    }

    private async Task<SourceSignals?> PanelAsync(AskedDialogue dialogue, SurveyResultView result, CancellationToken cancellationToken)
    {
        var wave = await db.Set<PanelWave>().AsNoTracking().Where(w => w.SurveyId == dialogue.Id)
            .Join(db.Set<Panel>(), w => w.PanelId, p => p.Id, (w, p) => new { Wave = w, Panel = p }).SingleOrDefaultAsync(cancellationToken);
        if (wave is null)
        {
            return null;
        }

        var before = (await participation.CountAsync(wave.Panel.Id, cancellationToken)).FirstOrDefault(c => c.Number == wave.Wave.Number - 1);
        if (before is null || before.Asked == 0 || before.LeftSince is > 0 && before.LeftSince < result.Limits.SmallestGroup)
        {
            return null;
        }

        var draft = new SignalDraft(dialogue.OpensAt.SwedishDate(), dialogue.ClosesAt.AddTicks(-1).SwedishDate(), SampleDesign.TotalSurvey, "", null);
        draft.Add(EvidenceKind.Exit, Measures.PanelLeft, texts["evidence.panelLeft", before.Number], before.LeftSince, before.Asked, basis: EvidenceBasis.Actual);
        return new SourceSignals(
            new EvidenceSource(EvidenceSourceKind.Panel, DerivedId.Of(dialogue.Id, "panel"), wave.Panel.Settings.Name, "", dialogue.CommitteeId), draft.Signals);
    }
}

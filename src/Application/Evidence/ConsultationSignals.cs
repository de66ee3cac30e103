using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Evidence;

/// <summary>
/// What a rådslag says, where there is no service to leave (ux 10.3): exit is to leave the flow or not to want to take part again, voice to
/// answer, write and be answered, loyalty to come back whatever the outcome.
/// </summary>
public sealed class ConsultationSignals(IAppDbContext db, GetResultHandler results, ListDiscussionEvidenceHandler discussions, ITexts texts)
{
    /// <summary>Null while it is sealed.</summary>
    public async Task<IReadOnlyList<SourceSignals>?> ListAsync(AskedDialogue dialogue, CancellationToken cancellationToken)
    {
        var read = await results.HandleAsync(new GetResultQuery(dialogue.Id, Audience.Report), cancellationToken);
        if (!read.IsSuccess)
        {
            return null;
        }

        var talk = (await discussions.HandleAsync(new ListDiscussionEvidenceQuery(dialogue.Id), cancellationToken)).Value!;
        var population = await db.Set<Population>().AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancellationToken);
        var draft = new SignalDraft(dialogue.OpensAt.SwedishDate(), dialogue.ClosesAt.AddTicks(-1).SwedishDate(), SampleDesign.Open, "", null);
        Answers(draft, read.Value);
        Exits(draft, read.Value);
        Who(draft, read.Value, population);
        var said = draft.Signals;

        var spoken = new SignalDraft(draft.From, draft.To, SampleDesign.Open, "", null);
        Talk(spoken, talk);
        return
        [
            new(new EvidenceSource(EvidenceSourceKind.Consultation, dialogue.Id, dialogue.Title, dialogue.Address + "/resultat", dialogue.CommitteeId), said),
            new(
                new EvidenceSource(
                    EvidenceSourceKind.Discussion, DerivedId.Of(dialogue.Id, "talk"), texts["evidence.talkOf", dialogue.NameInText], dialogue.Address + "/diskussion", dialogue.CommitteeId),
                spoken.Signals),
        ];
    }

    private void Answers(SignalDraft draft, ResultView result)
    {
        if (result.Disclosed.Answers is not { } answers)
        {
            return;
        }

        draft.Add(EvidenceKind.VoiceVote, Measures.Answers, texts["evidence.answers"], answers, result.EligibleCount, basis: EvidenceBasis.Actual);
        if (result.Disclosed.Changed is { } changed)
        {
            draft.Add(EvidenceKind.Participation, Measures.Changed, texts["evidence.changed"], changed, answers, basis: EvidenceBasis.Actual);
        }

        foreach (var question in result.Questions)
        {
            foreach (var choice in question.Choices)
            {
                draft.Add(EvidenceKind.Opinion, Measures.Choice(question.Key, choice.Key), $"{question.Section}: {choice.Label}", choice.Count, question.Base);
            }

            foreach (var choice in question.OutsideBase)
            {
                draft.Add(EvidenceKind.Opinion, Measures.Outside(question.Key, choice.Key), $"{question.Section}: {choice.Label}", choice.Count, answers);
            }

            draft.Add(EvidenceKind.Opinion, Measures.Unanswered(question.Key), $"{question.Section}: {texts["report.unanswered"]}", question.Unanswered, answers);
        }
    }

    private void Exits(SignalDraft draft, ResultView result)
    {
        if (result.Disclosed is { LeftTheFlow: { } left, Answers: { } answers })
        {
            draft.Add(EvidenceKind.Exit, Measures.Left, texts["report.measure.left"], left, answers + left, basis: EvidenceBasis.Actual);
        }

        if (Exit(result, AboutYou.Again) is { } again)
        {
            draft.Add(EvidenceKind.Exit, Measures.Again, texts["report.measure.again"], again.Counts.GetValueOrDefault("no"), again.Answered);
        }

        if (Exit(result, AboutYou.Told) is { } told)
        {
            var answered = told.Counts.GetValueOrDefault("answered");
            var all = answered + told.Counts.GetValueOrDefault("unanswered");
            draft.Add(EvidenceKind.VoiceIndividual, Measures.Told, texts["report.measure.told"], all, told.Answered);
            draft.Add(EvidenceKind.VoiceIndividual, Measures.ToldAnswered, texts["report.measure.toldAnswered"], answered, all);
        }

        if (Exit(result, AboutYou.Loyal) is { } loyal)
        {
            draft.Add(EvidenceKind.LoyaltyAttached, Measures.Loyal, texts["report.measure.loyal"], loyal.Counts.GetValueOrDefault("yes"), loyal.Answered);
        }
    }

    private void Who(SignalDraft draft, ResultView result, List<Population> population)
    {
        foreach (var (variable, rows) in new[] { (AboutYou.Age, result.Ages), (AboutYou.Area, result.Areas) })
        {
            var total = rows.Sum(r => r.Count);
            foreach (var row in rows)
            {
                draft.Add(
                    EvidenceKind.Participation, Measures.Who(variable), texts["evidence.who", row.Name], row.Count, total, group: row.Name,
                    rounding: result.Disclosed.Limits.RoundingBase);
            }

            var people = population.Where(p => p.Variable == variable).ToList();
            var everyone = people.Sum(p => p.Count);
            foreach (var row in rows.Where(_ => everyone > 0))
            {
                // The groups are those that the answers were put together in.
                var names = row.Name.Split(", ");
                draft.Add(
                    EvidenceKind.Participation, Measures.Population(variable), texts["evidence.population", row.Name, people[0].Source],
                    people.Where(p => names.Contains(p.Category)).Sum(p => p.Count), everyone, group: row.Name, basis: EvidenceBasis.Actual);
            }
        }
    }

    private void Talk(SignalDraft draft, DiscussionEvidence talk)
    {
        var visible = talk.Posts.Where(p => !p.IsHidden).ToList();
        var residents = visible.Where(p => !p.IsOfficial).ToList();
        var writers = residents.Select(p => p.AuthorId).Distinct().Count();
        var opening = residents.Where(p => p.ReplyTo is null).ToList();
        draft.Add(EvidenceKind.VoiceCollective, Measures.Posts, texts["evidence.posts"], visible.Count, null, basis: EvidenceBasis.Actual);
        draft.Add(EvidenceKind.VoiceCollective, Measures.Wrote, texts["report.measure.wrote"], writers, null, basis: EvidenceBasis.Actual);
        draft.Add(
            EvidenceKind.VoiceCollective, Measures.Opening, texts["report.measure.gotAnswer"], opening.Count(p => p.AnsweredByOfficial), opening.Count,
            basis: EvidenceBasis.Actual);
        Listening(draft, visible, opening);
        foreach (var theme in talk.Themes)
        {
            var posts = residents.Where(p => p.ThemeIds.Contains(theme.Id)).ToList();
            if (posts.Count == 0)
            {
                continue;
            }

            draft.Add(EvidenceKind.Theme, Measures.Theme(theme.Id), theme.Name, posts.Select(p => p.AuthorId).Distinct().Count(), writers, basis: EvidenceBasis.Actual);
            draft.Add(EvidenceKind.Theme, Measures.ThemePosts(theme.Id), texts["evidence.theme.posts", theme.Name], posts.Count, residents.Count, basis: EvidenceBasis.Actual);
            draft.Add(
                EvidenceKind.Theme, Measures.ThemeAnswered(theme.Id), texts["evidence.theme.answered", theme.Name], posts.Count(p => p.AnsweredByOfficial), posts.Count,
                basis: EvidenceBasis.Actual);
        }
    }

    /// <summary>Hare or crocodile: how long people wait, and who speaks most. A median that is not reached, and too little to say, is no row.</summary>
    private void Listening(SignalDraft draft, List<EvidencePost> visible, List<EvidencePost> opening)
    {
        long Words(bool official) => visible.Where(p => p.IsOfficial == official).Sum(p => (long)p.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var (spoken, heard) = (Words(official: true), Words(official: false));
        var until = new DateTimeOffset(draft.To.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
        var listened = HareCrocodile.Of(new ListeningFacts([.. opening.Select(p => new AskedPost(p.At, p.AnsweredAt))], [], spoken, heard), until, draft.To);
        if (listened.DaysToAnswer.Value is { } days)
        {
            draft.Add(EvidenceKind.VoiceCollective, Measures.DaysToAnswer, texts["evidence.days"], (int)Math.Ceiling(days), null, basis: EvidenceBasis.Actual);
        }

        if (listened.SpokenShare.Value is not null)
        {
            draft.Add(EvidenceKind.VoiceCollective, Measures.WordsSpoken, texts["evidence.spoken"], (int)spoken, (int)(spoken + heard), basis: EvidenceBasis.Actual);
            draft.Add(EvidenceKind.VoiceCollective, Measures.WordsHeard, texts["evidence.heard"], (int)heard, (int)(spoken + heard), basis: EvidenceBasis.Actual);
        }
    }

    private static Distribution? Exit(ResultView result, string key) => result.Disclosed.Exit.FirstOrDefault(e => e.Key == key);
}

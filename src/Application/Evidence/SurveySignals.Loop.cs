using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Evidence;

/// <summary>What a survey says of exit, voice and loyalty: the groups, and apart from them the rates that overlap (ux 10.3).</summary>
public sealed partial class SurveySignals
{
    private void Groups(SignalDraft draft, SurveyQuestionResult loop)
    {
        foreach (var group in Enum.GetValues<LoopGroup>())
        {
            if (loop.Choices.FirstOrDefault(c => c.Key == SurveyTabulation.KeyOf(group)) is { Count: { } count })
            {
                draft.Add(KindOf(group), Measures.Group(group), texts[$"loop.{group}"], count, loop.Base, seen: Perspective.User);
            }
        }

        Broken(draft, loop with { Perspective = Perspective.User }, EvidenceKind.LoyaltyAttached, Measures.Group(LoopGroup.Attached), texts["loop.Attached"]);
    }

    private static EvidenceKind KindOf(LoopGroup group) => group switch
    {
        LoopGroup.Leaving => EvidenceKind.Exit,
        LoopGroup.Attached => EvidenceKind.LoyaltyAttached,
        LoopGroup.Voicing => EvidenceKind.VoiceIndividual,
        LoopGroup.Captive => EvidenceKind.LoyaltyCaptive,
        _ => EvidenceKind.Silence,
    };

    /// <summary>The overlapping rates (ux 10.3 b), apart from the groups.</summary>
    private void Rates(SignalDraft draft, SurveyResultView result, Questionnaire questionnaire)
    {
        foreach (var question in questionnaire.Questions.Where(q => q.Measures is not null))
        {
            var measure = question.Measures!.Value;
            var told = result.Questions.FirstOrDefault(q => q.Key == question.Key);
            if (told is null)
            {
                continue;
            }

            var kind = measure switch
            {
                LoopMeasure.Leaves => EvidenceKind.Exit,
                LoopMeasure.Told or LoopMeasure.GotAnswer or LoopMeasure.SomethingChanged => EvidenceKind.VoiceIndividual,
                LoopMeasure.ChooseAgain => EvidenceKind.LoyaltyAttached,
                _ => EvidenceKind.Opinion,
            };
            if (told.Positive is { } share)
            {
                draft.Add(kind, Measures.Rate(measure.ToString()), texts[$"evidence.rate.{measure}"], share.Numerator, share.Denominator, seen: told.Perspective);
            }

            Broken(draft, told, kind, Measures.Rate(measure.ToString()), texts[$"evidence.rate.{measure}"]);
            if (measure == LoopMeasure.Told && question.Choices.Where(c => c.GotAnswer).ToList() is { Count: > 0 } answered && told.Positive is { } all)
            {
                var counts = answered.Select(c => told.Choices.FirstOrDefault(t => t.Key == c.Key)?.Count).ToList();
                if (counts.TrueForAll(c => c is not null))
                {
                    draft.Add(
                        EvidenceKind.VoiceIndividual, Measures.Rate(nameof(LoopMeasure.GotAnswer)), texts["evidence.rate.GotAnswer"], counts.Sum(), all.Numerator, seen: told.Perspective);
                }
            }
        }
    }

    private void Leaving(SignalDraft draft, SurveyResultView result)
    {
        if (result.Answering is not { } told)
        {
            return;
        }

        foreach (var (answered, leave, all) in new[] { (true, told.AnsweredLeave, told.Answered), (false, told.UnansweredLeave, told.Unanswered) })
        {
            draft.Add(
                EvidenceKind.Exit, Measures.Leaving(answered), texts[answered ? "evidence.leaving.answered" : "evidence.leaving.unanswered"], leave, all, rounding: told.RoundingBase,
                seen: Perspective.User);
        }
    }
}

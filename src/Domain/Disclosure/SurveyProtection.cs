using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// Rules R9 to R16 (trust 2.5 and 2.6) for one survey or rådslag: from everything that is known to what may be published.
/// A pure function: the same answers always give the same publication.
/// <para>
/// <b>What is audited.</b> Counts of answers to a question are counts of its base, those who answered it, so every question is a
/// world of its own: its numbers can be added to and subtracted from each other, never from another question's. The reader is
/// taken to know everyone's background and who answered what, only not how. Therefore:
/// </para>
/// <list type="number">
/// <item>R11 and R12 are run among all respondents: these groups are published as "who answered".</item>
/// <item>For each question they are run again in its base, on those groups: group ∩ base and every difference of unions of them
/// is empty or at least K. Groups can only be merged further there, so a table of a question is a union of the groups of
/// "who answered" and adds no sets of respondents. A variable that is left with one group is dropped for that question.</item>
/// <item>The headline of a question is exact when its base is at least K, and otherwise withheld with its base. The number who
/// did not answer may be anything: no count of answers is published for them, nor for all respondents, so there is nothing to
/// subtract; and who did not answer is what the reader is taken to know.</item>
/// <item>Where an answer decided who got a question, to be in its base is an answer too. Such a table is dropped when fewer than
/// d of a group are in the base or outside it, as R15 would do with "got the question" as an option, and groups that nobody of
/// got it are merged and not left out.</item>
/// <item>Everything but headlines is rounded (R13), each small count is guarded (R14), groups too alike are not shown (R15), and
/// <see cref="WitnessAudit"/> proves for all tables of a question together that nobody's answer follows. Where the proof
/// fails, the last declared table is rounded to base 5, then the one before it; then the last is dropped.</item>
/// </list>
/// What it does not protect against: readers who know others' answers, fewer than K of whom are needed to undo a group of K;
/// that a page says why something is hidden tells a little about it (a row hidden as too alike is nearly unanimous).
/// </summary>
public static class SurveyProtection
{
    /// <summary>As below, with every respondent counted alone.</summary>
    public static Result<ProtectedSurvey> Protect(SurveyAnswers answers, ProtectionLimits limits)
    {
        SurveyAnswers.Check(answers);
        return Protect(SurveyTally.Of(answers), limits);
    }

    /// <summary>Error: <see cref="TooManyVariables"/>. Throws <see cref="ArgumentException"/> when the answers do not fit each other.</summary>
    public static Result<ProtectedSurvey> Protect(SurveyTally answers, ProtectionLimits limits)
    {
        SurveyTally.Check(answers);
        if (answers.Variables.Count > ProtectionLimits.MostVariables)
        {
            return new TooManyVariables(ProtectionLimits.MostVariables);
        }

        var crowd = new Crowd(answers.Variables, answers.Backgrounds);
        var respondents = crowd.Count().Sum();
        if (respondents < limits.SmallestGroup)
        {
            var reasons = new Settlement(new Partition?[crowd.Variables.Count], [.. crowd.Variables.Select(_ => (Withheld?)Withheld.TooFew)]);
            return new ProtectedSurvey(
                null, limits, [.. answers.Variables.Select(v => new PublishedVariable(v.Key, [], Withheld.TooFew))],
                [.. answers.Questions.Select(q => new PublishedQuestion(q.Key, new PublishedHeadline(null, [], Withheld.TooFew), Without(crowd, reasons)))]);
        }

        var everyone = Settlement.OfEveryone(crowd, limits);
        var settled = new Dictionary<string, Settlement>(StringComparer.Ordinal);
        return new ProtectedSurvey(
            respondents, limits, Variables(crowd, everyone, limits),
            [.. answers.Questions.Select(q => Question(new QuestionBase(q, crowd, respondents), everyone, settled, answers.Population, limits))]);
    }

    private static IReadOnlyList<PublishedVariable> Variables(Crowd crowd, Settlement everyone, ProtectionLimits limits)
    {
        return [.. crowd.Variables.Select((v, i) => new PublishedVariable(v.Key, Groups(everyone.Partitions[i]), everyone.Reasons[i]))];

        IReadOnlyList<PublishedGroup> Groups(Partition? partition)
        {
            if (partition is null)
            {
                return [];
            }

            var groupOf = crowd.GroupOfAtoms(partition).GroupOf;
            var people = new Tally[partition.Groups.Count];
            for (var atom = 0; atom < groupOf.Length; atom++)
            {
                people[groupOf[atom]] += crowd.Atoms[atom];
            }

            return [.. partition.Groups.Select((g, at) => new PublishedGroup(
                crowd.Names(partition.Variable, g), Breakdown.Round(people[at].Persons, people[at].RecordKey, limits.RoundingBase)))];
        }
    }

    private static PublishedQuestion Question(
        QuestionBase question, Settlement everyone, Dictionary<string, Settlement> settled, int? population, ProtectionLimits limits)
    {
        var headline = question.Headline(limits, population < ProtectionLimits.ClosedPopulation);
        if (headline.Reason is { } reason)
        {
            // A table would tell what the headline does not.
            var reasons = everyone.Reasons.Select(r => r ?? reason);
            return new PublishedQuestion(question.Question.Key, headline, Without(question.Crowd, everyone with { Reasons = [.. reasons] }));
        }

        var within = Within(question, everyone, settled, limits);
        var tables = within.Partitions.Select(p => p is null ? null : Table(question, p, limits)).ToList();
        Prove(question, [.. tables.OfType<AnswerTable>()], limits);
        return new PublishedQuestion(
            question.Question.Key, headline, [.. Without(question.Crowd, within).Select((none, v) => tables[v]?.Publish() ?? none)]);
    }

    /// <summary>Questions with the same base, such as the items of a battery, are settled once.</summary>
    private static Settlement Within(QuestionBase question, Settlement everyone, Dictionary<string, Settlement> settled, ProtectionLimits limits)
    {
        if (question.Members == question.Respondents)
        {
            return everyone;
        }

        var counts = question.Count();
        var same = $"{question.Question.Routed} {string.Join(' ', counts)}";
        if (!settled.TryGetValue(same, out var within))
        {
            settled[same] = within = everyone.Within(question.Crowd, counts, limits, keepEmpty: question.Question.Routed);
        }

        return within;
    }

    private static AnswerTable Table(QuestionBase question, Partition partition, ProtectionLimits limits)
    {
        var table = new AnswerTable(question, partition, limits);
        if (question.Question.Routed && question.Members < question.Respondents && IsLedAlike(question, partition, limits))
        {
            table.Drop(Withheld.TooAlike);
        }

        table.Settle();
        return table;
    }

    private static bool IsLedAlike(QuestionBase question, Partition partition, ProtectionLimits limits)
    {
        var everyone = partition.Recount(question.Crowd.CountCategories(partition.Variable, question.Crowd.Count()), keepEmpty: true);
        return partition.Counts.Zip(everyone.Counts).Any(g => Math.Min(g.First, g.Second - g.First) < limits.LeastOutside);
    }

    private static void Prove(QuestionBase question, IReadOnlyList<AnswerTable> tables, ProtectionLimits limits)
    {
        while (tables.Where(t => t.Reason is null).ToList() is { Count: > 0 } shown && !new WitnessAudit(question, shown, limits).Passes())
        {
            var finer = shown.FindLast(t => t.RoundingBase < ProtectionLimits.CoarseBase);
            if (finer is null)
            {
                shown[^1].Drop(Withheld.IntervalAudit);
                continue;
            }

            finer.Coarsen();
            finer.Settle();
        }
    }

    private static IReadOnlyList<PublishedTable> Without(Crowd crowd, Settlement settlement) =>
        [.. crowd.Variables.Select((v, i) => new PublishedTable(v.Key, 0, [], [], settlement.Reasons[i]))];
}

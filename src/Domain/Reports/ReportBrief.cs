using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence.Measures;

namespace Medborgardialog.Domain.Reports;

/// <summary>What an officer decides of the reports about a dialogue before they are compiled: the questions that the committee is asked to answer.</summary>
public sealed class ReportBrief : Entity
{
    public const int MaxQuestions = 3;
    public const int LongestQuestion = 200;

    private ReportBrief()
    {
    }

    public ReportBrief(Guid dialogueId) => DialogueId = dialogueId;

    public Guid DialogueId { get; private set; }

    /// <summary>At most <see cref="MaxQuestions"/>.</summary>
    public IReadOnlyList<ReportAsked> Asked { get; private set; } = [];

    public string EditedBy { get; private set; } = "";

    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>Row version for optimistic concurrency (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }

    /// <summary>
    /// Empty ones are left out. A question keeps its id while it keeps its place, so that an answer that was begun still belongs to it. Errors:
    /// <see cref="AskedTooMany"/>, <see cref="AskedTooLong"/>, <see cref="WordingRefused"/>.
    /// </summary>
    public Result<Done> Ask(IReadOnlyList<string> questions, WordingContext context, string editedBy, DateTimeOffset now)
    {
        var written = questions.Select(q => q.Trim()).Where(q => q.Length > 0).ToList();
        if (written.Count > MaxQuestions)
        {
            return new AskedTooMany(MaxQuestions);
        }

        if (written.Exists(q => q.Length > LongestQuestion))
        {
            return new AskedTooLong(LongestQuestion);
        }

        // A question judges nothing, but it can claim more than the answers bear.
        var wrong = written.SelectMany(q => Wording.Check(q, context).Select(f => new RefusedPhrase(q.Substring(f.Position, f.Length), f.Rule, f.Suggestion))).ToList();
        if (wrong.Count > 0)
        {
            return new WordingRefused(wrong);
        }

        Asked = [.. written.Select((q, i) => new ReportAsked(i < Asked.Count ? Asked[i].Id : Guid.CreateVersion7(), q))];
        (EditedBy, EditedAt) = (editedBy, now);
        return Done.Value;
    }
}

/// <param name="Phrase">As written.</param>
/// <param name="Rule">Key of the text that says why.</param>
/// <param name="Suggestion">Key of the text that says what to write instead.</param>
public sealed record RefusedPhrase(string Phrase, string Rule, string Suggestion);

public sealed record AskedTooMany(int Max) : RuleError("report.askedTooMany");

public sealed record AskedTooLong(int Max) : RuleError("report.askedTooLong");

/// <summary>A text says more than the answers bear.</summary>
public sealed record WordingRefused(IReadOnlyList<RefusedPhrase> Phrases) : RuleError("report.wordingRefused");

using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;

namespace Medborgardialog.Domain.Ideas;

/// <summary>What an official fills in to take a step; what the step does not ask for is left out.</summary>
/// <param name="Words">Public, 1 to <see cref="IdeaEntry.LongestWords"/> characters; the reason where it goes back or a decision is taken.</param>
/// <param name="NextDay">When something is to happen next, after today; not asked for once the idea has ended.</param>
/// <param name="For">Step 3, as <paramref name="Against"/> and <paramref name="Outside"/>; 1 to <see cref="IdeaEntry.LongestPart"/> characters.</param>
/// <param name="Use">Step 4, as <paramref name="Cost"/> and <paramref name="Responsible"/>; 1 to <see cref="IdeaEntry.LongestPart"/> characters.</param>
/// <param name="Decision">Step 5.</param>
public sealed record StepTaken(
    IdeaStep Step, string Words, DateOnly? NextDay, string For = "", string Against = "", string Outside = "", string Use = "", string Cost = "", string Responsible = "",
    IdeaDecision? Decision = null);

/// <summary>One line of an idea's history: public, written once, never changed and never removed.</summary>
public sealed class IdeaEntry : Entity
{
    public const int LongestWords = 2000;
    public const int LongestPart = 1000;

    private IdeaEntry()
    {
    }

    internal IdeaEntry(Idea idea, StepTaken taken, string role, DateTimeOffset at)
    {
        IdeaId = idea.Id;
        Number = idea.Entries + 1;
        From = idea.Step;
        Step = taken.Step;
        At = at;
        Role = role;
        Words = taken.Words;
        NextDay = taken.NextDay;
        For = taken.For;
        Against = taken.Against;
        Outside = taken.Outside;
        Use = taken.Use;
        Cost = taken.Cost;
        Responsible = taken.Responsible;
        Decision = taken.Decision;
    }

    public Guid IdeaId { get; private set; }

    /// <summary>1, 2, 3 … within the idea.</summary>
    public int Number { get; private set; }

    /// <summary>The step before.</summary>
    public IdeaStep From { get; private set; }

    public IdeaStep Step { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Title of who took it. Never a name.</summary>
    public string Role { get; private set; } = "";

    public string Words { get; private set; } = "";

    public DateOnly? NextDay { get; private set; }

    public string For { get; private set; } = "";

    public string Against { get; private set; } = "";

    public string Outside { get; private set; } = "";

    public string Use { get; private set; } = "";

    public string Cost { get; private set; } = "";

    public string Responsible { get; private set; } = "";

    public IdeaDecision? Decision { get; private set; }

    public bool IsBack => Step < From;

    /// <summary>No step: a new day for the next one, with a reason.</summary>
    public bool IsNote => Step == From;

    /// <summary>Clean texts with nothing that the step does not ask for. <see cref="IdeaPartsWrong"/>, <see cref="IdeaHasPersonalNumber"/>.</summary>
    internal static Result<StepTaken> Check(StepTaken taken, bool isForward, DateOnly today)
    {
        var wrong = new List<IdeaPart>();
        string? numbered = null;
        IdeaPart inPart = default;
        string Text(IdeaPart part, string text, int longest, bool asked)
        {
            var clean = asked ? PlainText.Clean(text) : "";
            if (asked && clean.Length is var length && (length == 0 || length > longest))
            {
                wrong.Add(part);
            }
            else if (numbered is null && TextFlags.PersonalNumbersIn(clean).FirstOrDefault() is { } number)
            {
                (numbered, inPart) = (number, part);
            }

            return clean;
        }

        var (examined, investigated, decided) = (isForward && taken.Step == IdeaStep.Examined, isForward && taken.Step == IdeaStep.Investigated, isForward && taken.Step == IdeaStep.Decided);
        var words = Text(IdeaPart.Words, taken.Words, LongestWords, asked: true);
        var (pro, con, outside) = (Text(IdeaPart.For, taken.For, LongestPart, examined), Text(IdeaPart.Against, taken.Against, LongestPart, examined), Text(IdeaPart.Outside, taken.Outside, LongestPart, examined));
        var (use, cost, who) = (Text(IdeaPart.Use, taken.Use, LongestPart, investigated), Text(IdeaPart.Cost, taken.Cost, LongestPart, investigated), Text(IdeaPart.Responsible, taken.Responsible, LongestPart, investigated));
        var decision = decided && taken.Decision is { } chosen && Enum.IsDefined(chosen) ? chosen : (IdeaDecision?)null;
        if (decided && decision is null)
        {
            wrong.Add(IdeaPart.Decision);
        }

        var ends = isForward && taken.Step == IdeaStep.Done || decision == IdeaDecision.No;
        if (!ends && (taken.NextDay is not { } next || next <= today))
        {
            wrong.Add(IdeaPart.NextDay);
        }

        return wrong.Count > 0 ? new IdeaPartsWrong(wrong)
            : numbered is not null ? new IdeaHasPersonalNumber(inPart)
            : new StepTaken(taken.Step, words, ends ? null : taken.NextDay, pro, con, outside, use, cost, who, decision);
    }
}

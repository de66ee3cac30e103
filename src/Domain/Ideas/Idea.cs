using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;

namespace Medborgardialog.Domain.Ideas;

public enum IdeaState
{
    /// <summary>Nobody but its author, moderators and officers sees it.</summary>
    Waiting = 0,
    Shown = 1,

    /// <summary>Its author sees it, with the rule that it breaks.</summary>
    Refused = 2,

    /// <summary>Taken back by its author, who alone sees it still.</summary>
    Withdrawn = 3,
}

/// <summary>What a resident fills in.</summary>
/// <param name="Title">1 to <see cref="Idea.LongestTitle"/> characters.</param>
/// <param name="Text">1 to <see cref="Idea.LongestText"/> characters.</param>
/// <param name="Place">Where it is about; empty, or at most <see cref="Idea.LongestPlace"/> characters.</param>
public sealed record IdeaText(string Title, string Text, string Place);

/// <summary>
/// A resident's idea and where it stands on the ladder (requirement F5). A moderator reads it before others do. Each step, back as well as up, leaves an
/// <see cref="IdeaEntry"/> that stays.
/// </summary>
public sealed class Idea : Entity
{
    public const int LongestTitle = 90;
    public const int LongestText = 2000;
    public const int LongestPlace = 60;

    /// <summary>Ideas of one person that may wait to be read at a time.</summary>
    public const int MostWaiting = 3;

    private Idea()
    {
    }

    /// <summary>Given by the database; the part of its address that decides.</summary>
    public int Number { get; private set; }

    /// <summary>The resident; null when the account is gone, which leaves no name behind.</summary>
    public Guid? AuthorId { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Place { get; private set; } = "";

    /// <summary>The author may be named by the shown name when it is done. No until said otherwise.</summary>
    public bool MayName { get; private set; }

    /// <summary>The author wants a mail at each step.</summary>
    public bool WantsMail { get; private set; }

    public IdeaState State { get; private set; }

    /// <summary>The rule that a refused idea breaks.</summary>
    public HouseRule? Rule { get; private set; }

    /// <summary>Who refused it, and so cannot be the one who looks at it again; null while it is not refused.</summary>
    public Guid? RefusedById { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>The latest change that others see.</summary>
    public DateTimeOffset MovedAt { get; private set; }

    public Guid? CommitteeId { get; private set; }

    public IdeaStep Step { get; private set; }

    public IdeaDecision? Decision { get; private set; }

    /// <summary>The day of the first answer, then the next day that was promised; null when it has ended.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>How many lines its history has.</summary>
    public int Entries { get; private set; }

    /// <summary>Random per form: sent twice it is one idea.</summary>
    public Guid FormKey { get; private set; }

    public uint Version { get; private set; }

    public bool HasEnded => Step == IdeaStep.Done || Decision == IdeaDecision.No;

    /// <summary>Clean texts. <see cref="IdeaPartsWrong"/>, <see cref="IdeaHasPersonalNumber"/>.</summary>
    public static Result<IdeaText> Check(IdeaText typed)
    {
        var clean = new IdeaText(OneLine(typed.Title), PlainText.Clean(typed.Text), OneLine(typed.Place));
        var wrong = new List<IdeaPart>();
        if (clean.Title.Length is 0 or > LongestTitle)
        {
            wrong.Add(IdeaPart.Title);
        }

        if (clean.Text.Length is 0 or > LongestText)
        {
            wrong.Add(IdeaPart.Text);
        }

        if (clean.Place.Length > LongestPlace)
        {
            wrong.Add(IdeaPart.Place);
        }

        return wrong.Count > 0 ? new IdeaPartsWrong(wrong)
            : HasNumber(clean.Title) ? new IdeaHasPersonalNumber(IdeaPart.Title)
            : HasNumber(clean.Text) ? new IdeaHasPersonalNumber(IdeaPart.Text)
            : HasNumber(clean.Place) ? new IdeaHasPersonalNumber(IdeaPart.Place)
            : clean;
    }

    /// <summary>A resident sends an idea. Errors: those of <see cref="Check"/>, <see cref="TooManyIdeasWaiting"/>.</summary>
    /// <param name="waiting">Ideas of the same person that wait already.</param>
    /// <param name="today">The Swedish day, from which the first answer is counted.</param>
    public static Result<Idea> Send(Guid authorId, IdeaText typed, bool mayName, Guid formKey, int waiting, DateTimeOffset now, DateOnly today)
    {
        var text = Check(typed);
        return !text.IsSuccess ? text.Error
            : waiting >= MostWaiting ? new TooManyIdeasWaiting(MostWaiting)
            : new Idea
            {
                AuthorId = authorId, Title = text.Value.Title, Text = text.Value.Text, Place = text.Value.Place, MayName = mayName, WantsMail = true, FormKey = formKey,
                SentAt = now, MovedAt = now, Step = IdeaStep.Sent, DueOn = IdeaLadder.AnswerBy(today),
            };
    }

    /// <summary>The first answer has not come in time.</summary>
    public bool IsAnswerLate(DateOnly today) => Step == IdeaStep.Sent && IsLate(today);

    /// <summary>The day that was promised has passed.</summary>
    public bool IsLate(DateOnly today) => DueOn < today;

    /// <summary>Another moderator than the one who refused it, where it was.</summary>
    public bool MayBeShownBy(Guid personId) => State != IdeaState.Refused || RefusedById != personId;

    /// <summary>
    /// May be read by all. Also for what was refused, when another moderator thinks otherwise. <see cref="IdeaNotFound"/> for what was withdrawn,
    /// <see cref="IdeaRefusedByYou"/>.
    /// </summary>
    /// <param name="by">Who shows it.</param>
    public Result<Done> Show(Guid by, DateTimeOffset now)
    {
        if (State == IdeaState.Withdrawn)
        {
            return new IdeaNotFound();
        }

        if (!MayBeShownBy(by))
        {
            return new IdeaRefusedByYou();
        }

        (State, Rule, RefusedById, MovedAt) = (IdeaState.Shown, null, null, now);
        return Done.Value;
    }

    /// <summary>Also for what all could read until now. <see cref="IdeaRuleMissing"/>; <see cref="IdeaNotFound"/> for what was withdrawn.</summary>
    /// <param name="by">Who refuses it.</param>
    public Result<Done> Refuse(HouseRule? rule, Guid by, DateTimeOffset now)
    {
        if (State == IdeaState.Withdrawn)
        {
            return new IdeaNotFound();
        }

        if (rule is not { } broken || !Enum.IsDefined(broken))
        {
            return new IdeaRuleMissing();
        }

        (State, Rule, RefusedById, MovedAt) = (IdeaState.Refused, broken, by, now);
        return Done.Value;
    }

    /// <summary>Its author takes it back. <see cref="IdeaNotWithdrawable"/> from the decision on, and a second time.</summary>
    public Result<Done> Withdraw(DateTimeOffset now)
    {
        if (State == IdeaState.Withdrawn || Step >= IdeaStep.Decided)
        {
            return new IdeaNotWithdrawable();
        }

        (State, MovedAt) = (IdeaState.Withdrawn, now);
        return Done.Value;
    }

    public void Wish(bool mayName, bool wantsMail) => (MayName, WantsMail) = (mayName, wantsMail);

    public void Assign(Guid? committeeId) => CommitteeId = committeeId;

    /// <summary>
    /// Takes a step up, goes back, or stays and gives a new day. Errors: <see cref="IdeaNotPublic"/>, <see cref="IdeaHasEnded"/>, <see cref="IdeaStepNotNext"/> and
    /// those of <see cref="IdeaEntry.Check"/>.
    /// </summary>
    /// <param name="role">Title of who takes it.</param>
    /// <returns>The line to add to the history.</returns>
    public Result<IdeaEntry> Take(StepTaken taken, string role, DateTimeOffset now, DateOnly today)
    {
        if (State != IdeaState.Shown)
        {
            return new IdeaNotPublic();
        }

        if (HasEnded && taken.Step >= Step)
        {
            return new IdeaHasEnded();
        }

        var isForward = taken.Step > Step;
        var isNote = taken.Step == Step && Step > IdeaStep.Sent;
        if (!isNote && !(isForward ? IdeaLadder.MayClimb(Step, taken.Step, taken.Decision) : IdeaLadder.MayGoBack(Step, taken.Step)))
        {
            return new IdeaStepNotNext();
        }

        var filled = IdeaEntry.Check(taken, isForward, today);
        if (!filled.IsSuccess)
        {
            return filled.Error;
        }

        var entry = new IdeaEntry(this, filled.Value, role, now);
        Entries = entry.Number;
        Step = entry.Step;
        DueOn = entry.NextDay;
        MovedAt = now;

        // Back below the decision there is none any more; what it was stays in the history.
        Decision = entry.Decision ?? (Step >= IdeaStep.Decided && Decision != IdeaDecision.No ? Decision : null);
        return entry;
    }

    private static string OneLine(string text) => string.Join(' ', PlainText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool HasNumber(string text) => TextFlags.PersonalNumbersIn(text).Any();
}

using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Promises;

/// <summary>Whether the municipality did what it had promised.</summary>
public enum PromiseChoice
{
    Kept = 1,
    Partly = 2,
    Broken = 3,
}

/// <summary>
/// What one who took part says of the promise, once for each receipt (requirement F4). It is found again by a keyed hash of the receipt and by nothing else, has
/// no field of time or sequence, and is not an <see cref="Entity"/>: a time-sortable id would tell when it came. What the database knows of when a row was
/// written is gone when the rows have been mixed, at each telling and every hour.
/// </summary>
public sealed class PromiseVote
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaxWhy = 300;

    /// <summary>Bytes of <see cref="Tag"/>.</summary>
    public const int TagBytes = 32;

    private PromiseVote()
    {
    }

    /// <summary>32 bytes: HMAC-SHA-256 of the receipt under the key of the dialogue.</summary>
    public byte[] Tag { get; private set; } = [];

    public Guid DialogueId { get; private set; }

    public PromiseChoice Choice { get; private set; }

    /// <summary>In the voter's words, for the committee; empty for none. At most <see cref="MaxWhy"/> characters.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Errors: <see cref="PromiseChoiceMissing"/>, <see cref="PromiseWhyTooLong"/>.</summary>
    public static Result<PromiseVote> Give(byte[] tag, Guid dialogueId, PromiseChoice? choice, string why)
    {
        var vote = new PromiseVote { Tag = tag, DialogueId = dialogueId };
        var said = vote.Say(choice, why);
        return said.IsSuccess ? vote : said.Error;
    }

    /// <summary>What is said later takes the place of what was said before. The same errors.</summary>
    public Result<Done> Say(PromiseChoice? choice, string why)
    {
        if (choice is not { } chosen || !Enum.IsDefined(chosen))
        {
            return new PromiseChoiceMissing();
        }

        var clean = PlainText.Clean(why);
        if (clean.Length > MaxWhy)
        {
            return new PromiseWhyTooLong(clean.Length - MaxWhy, MaxWhy);
        }

        (Choice, Why) = (chosen, clean);
        return Done.Value;
    }
}

public sealed record PromiseChoiceMissing() : RuleError("promise.choiceMissing");

/// <param name="Over">Characters too many ({0}).</param>
/// <param name="Max">So many are allowed ({1}).</param>
public sealed record PromiseWhyTooLong(int Over, int Max) : RuleError("promise.whyTooLong");

/// <summary>No answer that counts has that receipt.</summary>
public sealed record PromiseReceiptUnknown() : RuleError("promise.receiptUnknown");

/// <summary>Nothing that was promised has fallen due yet.</summary>
public sealed record PromiseNotDue() : ConflictError("promise.notDue");

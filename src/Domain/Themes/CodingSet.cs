using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Themes;

/// <summary>
/// The free texts of one dialogue that people sort into themes: chosen questions and threads, copied in when the coding begins. A set that has
/// been released is what reports quote; it is opened again before it is changed.
/// </summary>
public sealed class CodingSet : Entity
{
    public const int MaxTitle = 120;

    /// <summary>Percent of the texts that a second person codes, at least and at most.</summary>
    public const int LeastShare = 10;
    public const int MostShare = 100;

    private CodingSet()
    {
    }

    private CodingSet(Guid dialogueId, string title, IReadOnlyList<CodingSource> sources, Coder by, DateTimeOffset at)
    {
        (DialogueId, Title, Sources) = (dialogueId, title, sources);
        (CreatedById, CreatedByName, CreatedAt) = (by.Id, by.Name, at);
    }

    /// <summary>The rådslag or survey.</summary>
    public Guid DialogueId { get; private set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<CodingSource> Sources { get; private set; } = [];

    public Guid CreatedById { get; private set; }

    public string CreatedByName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Percent of the texts drawn for a second person, 10 to 100; 0 before there is a draw.</summary>
    public int SecondShare { get; private set; }

    public Guid? ReleasedById { get; private set; }

    /// <summary>Who answers for what is published; empty before the release.</summary>
    public string ReleasedByName { get; private set; } = "";

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When a source of a text was last taken away since the set began or was released; null when none was.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    public uint Version { get; private set; }

    public bool IsReleased => ReleasedAt is not null;

    public bool IsChanged => ChangedAt is not null;

    /// <summary>Errors: <see cref="CodingTitleWrong"/>, <see cref="CodingSourcesMissing"/>.</summary>
    public static Result<CodingSet> Begin(Guid dialogueId, string title, IReadOnlyList<CodingSource> sources, Coder by, DateTimeOffset at)
    {
        var clean = PlainText.Clean(title);
        if (clean.Length is 0 or > MaxTitle)
        {
            return new CodingTitleWrong(MaxTitle);
        }

        return sources.Count == 0 ? new CodingSourcesMissing() : new CodingSet(dialogueId, clean, sources, by, at);
    }

    /// <summary>A share of the texts is drawn once. Errors: <see cref="CodingReleased"/>, <see cref="SecondShareWrong"/>, <see cref="SecondDrawnAlready"/>.</summary>
    /// <param name="seed">Makes the draw one that can be made again.</param>
    public Result<Done> DrawForSecond(int percent, IReadOnlyList<CodingInput> inputs, string seed)
    {
        if (IsReleased)
        {
            return new CodingReleased();
        }

        if (SecondShare > 0)
        {
            return new SecondDrawnAlready();
        }

        if (percent is < LeastShare or > MostShare)
        {
            return new SecondShareWrong(LeastShare, MostShare);
        }

        SecondShare = percent;
        var count = (int)Math.Ceiling(inputs.Count * percent / 100.0);
        foreach (var input in new SeededNumbers(seed).Take([.. inputs.OrderBy(i => i.Number)], count))
        {
            input.Draw();
        }

        return Done.Value;
    }

    /// <summary>What is published from now on. Errors: those of <see cref="ReleaseCheck"/>.</summary>
    public Result<Done> Release(ReleaseCheck check, Coder by, DateTimeOffset at)
    {
        if (IsReleased && !IsChanged)
        {
            return Done.Value;
        }

        if (check.FirstProblem is { } problem)
        {
            return problem;
        }

        (ReleasedById, ReleasedByName, ReleasedAt, ChangedAt) = (by.Id, by.Name, at, null);
        return Done.Value;
    }

    /// <summary>Nothing of it is published until it is released again.</summary>
    public void Reopen() => (ReleasedById, ReleasedByName, ReleasedAt) = (null, "", null);

    /// <summary>A source is gone and its copy with it.</summary>
    public void MarkChanged(DateTimeOffset at) => ChangedAt = at;
}

/// <summary>Somebody of the staff, with the name that stands beside what they did.</summary>
public sealed record Coder(Guid Id, string Name);

using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Surveys;

/// <summary>One version of a question in the bank. A new version never changes the old one: surveys refer to both.</summary>
public sealed class BankQuestion : Entity
{
    private BankQuestion()
    {
    }

    /// <param name="key">Stable id of the question over its versions; lower-case letters, digits and hyphens, at most 32.</param>
    /// <param name="version">From 1.</param>
    /// <param name="question">As it was in the survey it came from.</param>
    public BankQuestion(string key, int version, Question question, string addedBy, DateTimeOffset now)
    {
        (Key, Version, AddedBy, AddedAt) = (key, version, addedBy, now);
        Question = Bare(question);
    }

    public string Key { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Without what belongs to one survey: its condition, its place as headline, whom alone it was asked of and a broken comparison.</summary>
    public Question Question { get; private set; } = null!;

    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>The question for a survey, under a key that is free there.</summary>
    public Question Take(string key) => Question with { Key = key, BankKey = Key, BankVersion = Version };

    /// <summary>The words and what they are counted as are the same, so that no new version is needed.</summary>
    public bool IsSame(Question other) =>
        CanonicalJson.Write(QuestionDescription.Of(Question)) == CanonicalJson.Write(QuestionDescription.Of(Bare(other) with { Key = Question.Key }));

    private static Question Bare(Question question) => question with
    {
        ShowIf = null, Headline = false, AskedOf = [], BreakNote = null, BankKey = null, BankVersion = null,
    };
}

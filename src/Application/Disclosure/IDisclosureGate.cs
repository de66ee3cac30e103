using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Disclosure;

/// <summary>For whom a result is read. Neither sees anything before the box is sealed.</summary>
public enum Audience
{
    /// <summary>Everyone: from the published result time on.</summary>
    Public,

    /// <summary>The report that is compiled for the committee: as soon as the answers are counted.</summary>
    Report,
}

/// <summary>The only reader of answers. Decides by the database's clock and state what may be known, and protects it.</summary>
public interface IDisclosureGate
{
    /// <summary>Null while the result is sealed for <paramref name="audience"/>.</summary>
    Task<DisclosedResult?> ReadAsync(Guid dialogueId, Audience audience, CancellationToken cancellationToken);

    /// <summary>
    /// What may be known of a survey. Compiled once, when it is first asked for after the box was sealed, and the same for ever after.
    /// Null while the result is sealed for <paramref name="audience"/>.
    /// </summary>
    Task<DisclosedSurvey?> ReadSurveyAsync(Guid surveyId, Audience audience, CancellationToken cancellationToken);

    /// <summary>
    /// One by one and in random order, what the spelregler said would be exported of a survey whose result is public: closed answers and
    /// numbers, in mode Ö with the background too. Nothing where it was not said, or fewer than K answered.
    /// </summary>
    IAsyncEnumerable<CountedBallot> ReadRowsAsync(Guid surveyId, CancellationToken cancellationToken);

    /// <summary>
    /// The free texts to one question, parted from every other answer and in random order. Empty while sealed or when fewer
    /// than ten people answered the rådslag; of a question that some units ask also where the figures do not tell how many wrote. For the officers who code themes, never for a public page.
    /// </summary>
    Task<IReadOnlyList<string>> ReadTextsAsync(Guid dialogueId, string questionKey, CancellationToken cancellationToken);

    /// <summary>The same texts with what may be told of each: nothing that was chosen, no background but a group of at least K_text by group. For coding.</summary>
    Task<IReadOnlyList<WrittenText>> ReadWrittenAsync(Guid dialogueId, string questionKey, CancellationToken cancellationToken);
}

/// <param name="Id">128 random bits; the same text has the same id for ever.</param>
/// <param name="Units">Keys of the units, told together, that it comes from; empty where nothing may be told.</param>
/// <param name="OnPaper">It came on paper, where that may be told.</param>
public sealed record WrittenText(Guid Id, string Text, IReadOnlyList<string> Units, bool OnPaper);

/// <summary>What may be known of the answers to one rådslag. All counts are persons.</summary>
/// <param name="Answers">Counted answers; null when there are fewer than K, and then every list is empty.</param>
/// <param name="Changed">How many changed their answer at least once; null when it is 1 to K − 1.</param>
/// <param name="LeftTheFlow">How many began and never sent; drafts that were there at closing.</param>
/// <param name="Questions">Exact distribution of each closed question (rule R9).</param>
/// <param name="Exit">The exit questions, in the same form.</param>
/// <param name="Ages">Who answered by age, merged and rounded; empty when it may not be shown.</param>
/// <param name="Areas">Who answered by area, merged and rounded.</param>
/// <param name="Texts">Number of free texts by question key.</param>
public sealed record DisclosedResult(
    int? Answers, int? Changed, int? LeftTheFlow, ProtectionLimits Limits, IReadOnlyList<Distribution> Questions,
    IReadOnlyList<Distribution> Exit, IReadOnlyList<PublishedGroup> Ages, IReadOnlyList<PublishedGroup> Areas,
    IReadOnlyDictionary<string, int> Texts)
{
    public bool TooFew => Answers is null;

    /// <summary>
    /// How the answers came in, merged and rounded: how sure it is that each is one person among those who were asked is not the same for
    /// every door (trust T13). Named by the numbers of <see cref="AnswerDoor"/>; empty when all came by one.
    /// </summary>
    public IReadOnlyList<PublishedGroup> Doors { get; init; } = [];
}

/// <param name="Key">Key of the question.</param>
/// <param name="Counts">Persons by choice key; choices that nobody made are absent.</param>
/// <param name="Answered">Persons who answered the question at all.</param>
public sealed record Distribution(string Key, IReadOnlyDictionary<string, int> Counts, int Answered);

/// <summary>What may be known of the answers to one survey: rules R9 to R16. All counts are persons.</summary>
/// <param name="States">Of every page that enough people answered: the five ways of standing with a question, apart.</param>
/// <param name="LeftTheFlow">How many began and never sent; null when it is 1 to K − 1.</param>
/// <param name="Changed">How many changed their answer at least once; null when it is 1 to K − 1.</param>
/// <param name="Texts">Number of free texts by question key.</param>
public sealed record DisclosedSurvey(
    ProtectedSurvey Published, IReadOnlyList<StateCounts> States, IReadOnlyList<NumberSummary> Numbers, IReadOnlyList<RankSummary> Ranks,
    int? LeftTheFlow, int? Changed, IReadOnlyDictionary<string, int> Texts)
{
    public bool TooFew => Published.Answers is null;

    /// <summary>What may be told of questions that some units ask, by unit alone (N4).</summary>
    public AddOnFigures AddOns { get; init; } = AddOnFigures.None;

    /// <summary>Of those who spoke up, who leaves; null where it is not measured or may not be told.</summary>
    public AnsweringFigures? Answering { get; init; }
}

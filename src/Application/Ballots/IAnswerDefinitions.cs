using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Application.Ballots;

/// <summary>What the answer flow needs to know of a rådslag or survey, read once and kept for a few seconds: it is frozen.</summary>
/// <param name="MinimumAssurance">What must be proved to answer; <see cref="AssuranceLevel.None"/> where everyone may.</param>
/// <param name="State">Stored state at the time of reading; the cast statement checks it again.</param>
/// <param name="Languages">BCP 47 tags beside Swedish that the questions have words in.</param>
public sealed record AnswerDefinition(
    DialogueSlug Dialogue, Guid DialogueId, string Title, string NameInText, AssuranceLevel MinimumAssurance, AnswerMode Mode,
    BoxState State, AnswerTimes Times, string Eligibility, string OtherWays, Questionnaire Questionnaire,
    IReadOnlyDictionary<string, Guid> PictureByOption, IReadOnlyList<string> Languages)
{
    /// <summary>
    /// Those who are asked stand in a list, and only a code shows that somebody is one of them. An e-ID shows who somebody is, which is not
    /// the same: with it the same person could answer once more, and others could answer in a sample.
    /// </summary>
    public bool OnlyWithCode { get; init; }

    /// <summary>The standing group that it is put to; null for other dialogues.</summary>
    public AskedGroup? Group { get; init; }

    /// <summary>Seconds that the questions take on average, all of them asked (ux 9.1).</summary>
    public int Seconds => Questionnaire.Route.Steps.Sum(s => s.Question.Seconds);
}

/// <summary>A panel, as the answer flow shows it.</summary>
/// <param name="Path">Local address of its page, for example <c>/ungdom</c>.</param>
/// <param name="Wave">1, 2, 3 …</param>
/// <param name="IsYouth">Young people: their colours, and simple words.</param>
/// <param name="IsSensitive">Every page can be left quickly.</param>
public sealed record AskedGroup(string Name, string Path, int Wave, bool IsYouth, bool IsSensitive);

/// <summary>UTC instants; answers are taken in <c>[OpenAt, ClosesAt)</c>.</summary>
/// <param name="ResultsAt">The result is public from this instant at the earliest.</param>
/// <param name="PromisedAt">The last day on which the committee has promised to answer.</param>
public sealed record AnswerTimes(DateTimeOffset OpenAt, DateTimeOffset ClosesAt, DateTimeOffset ResultsAt, DateOnly PromisedAt);

public interface IAnswerDefinitions
{
    /// <summary>Null when there is no published dialogue there.</summary>
    ValueTask<AnswerDefinition?> FindAsync(DialogueSlug dialogue, CancellationToken cancellationToken);
}

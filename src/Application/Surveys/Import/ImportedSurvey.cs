using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>A survey made of a file from another system. Nothing is saved; <see cref="QuestionRules.Fault"/> finds nothing in the questions.</summary>
/// <param name="Title">Plain text of one line, at most 200 characters; empty when the file has none.</param>
/// <param name="Description">Plain text: the description and then the welcome text, at most 4,000 characters; may be empty.</param>
/// <param name="BaseLanguage">BCP 47 tag of the main texts: Swedish where the file has it, else the language that the survey was written in.</param>
/// <param name="Languages">BCP 47 tags of the other languages that questions may have words in.</param>
/// <param name="Questions">In the order they are asked.</param>
/// <param name="Differences">Everything that the questions do not do as the file says, in the order of the file.</param>
public sealed record ImportedSurvey(
    string Title, string Description, string BaseLanguage, IReadOnlyList<string> Languages, IReadOnlyList<Question> Questions,
    IReadOnlyList<Difference> Differences);

/// <summary>One thing that was not carried over, or was carried over as something else.</summary>
/// <param name="Code">Key of the sentence that says it, such as <c>import.timer</c>.</param>
/// <param name="Where">Group and code of the question as <c>group / code</c>, the name of a group, or empty for the whole survey.</param>
/// <param name="Arguments">For the gaps of the sentence: names, numbers and expressions as they stand in the file, plain text.</param>
public sealed record Difference(string Code, string Where, IReadOnlyList<string> Arguments);

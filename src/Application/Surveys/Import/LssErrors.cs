using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Surveys.Import;

public sealed record LssEmpty() : RuleError("import.empty");

/// <param name="Megabytes">Most that is read, {0} of the text.</param>
public sealed record LssTooLarge(int Megabytes) : RuleError("import.tooLarge");

/// <summary>Not well-formed XML. <paramref name="Line"/> ({0}) is the first line that cannot be read, from 1.</summary>
public sealed record LssNotXml(int Line) : RuleError("import.notXml");

/// <summary>The bytes are not in the encoding that the file says, or in one that is not known.</summary>
public sealed record LssEncodingWrong() : RuleError("import.encoding");

/// <summary>A document type declaration, which no survey has and which can make a small file large or read other files.</summary>
public sealed record LssDoctypeRefused() : RuleError("import.doctype");

public sealed record LssTooDeep() : RuleError("import.tooDeep");

/// <summary>XML, but of something else, or another kind of LimeSurvey file than a survey.</summary>
public sealed record LssNotASurvey() : RuleError("import.notASurvey");

namespace Medborgardialog.Domain.Reports;

/// <summary>
/// The content of version 1 of a report about a rådslag, as it was at <see cref="CutOff"/>. Sentences are finished Swedish,
/// so that a version reads the same for ever. All counts have passed the DisclosureGate.
/// </summary>
/// <param name="Findings">At most five, for the first page.</param>
/// <param name="Question">What the committee is asked to answer.</param>
/// <param name="Method">Sentences, one thought each.</param>
public sealed record ReportModel(
    string Number, int Version, string Title, string ConsultationTitle, string ConsultationSlug, string Committee,
    DateTimeOffset CutOff, DateOnly PromisedAt, IReadOnlyList<ReportFinding> Findings, string Question, ReportBase Base,
    IReadOnlyList<ReportMeasure> Measures, IReadOnlyList<ReportQuestion> Questions, IReadOnlyList<ReportTheme> Themes,
    IReadOnlyList<ReportGroup> Ages, IReadOnlyList<ReportGroup> Areas, IReadOnlyList<string> Method);

/// <summary>One line of the first page: a number, what it is of, and where it comes from.</summary>
/// <param name="Value">The number as it is shown, for example "41 %".</param>
/// <param name="Anchor">Id of the part of the report that shows it.</param>
public sealed record ReportFinding(string Value, string Text, string Anchor);

/// <param name="Answers">Counted answers; null when fewer than ten.</param>
/// <param name="Posts">Published posts and comments.</param>
/// <param name="Writers">Residents who wrote.</param>
public sealed record ReportBase(
    int? Answers, int? Eligible, double? TurnoutPercent, int? Changed, int? LeftTheFlow, int Posts, int Writers, int OfficialAnswers);

/// <summary>One rate of exit, voice or loyalty.</summary>
/// <param name="Kind"><c>exit</c>, <c>voice</c> or <c>loyalty</c>.</param>
/// <param name="Count">Persons or posts; null when it may not be shown.</param>
/// <param name="Of">What the share is of.</param>
/// <param name="Percent">Whole percent; null when it may not be shown.</param>
public sealed record ReportMeasure(string Kind, string Key, string Label, int? Count, int? Of, int? Percent);

public sealed record ReportQuestion(
    string Key, string Section, string Text, bool IsHeadline, bool IsMultiple, int Base, int Unanswered,
    IReadOnlyList<ReportChoice> Choices, IReadOnlyList<ReportChoice> OutsideBase);

public sealed record ReportChoice(string Label, int Count, int Percent);

/// <param name="Posts">Posts tagged with the theme.</param>
/// <param name="Writers">Residents behind them.</param>
/// <param name="Answered">Posts that an official has answered.</param>
/// <param name="Quotes">Verbatim, at most three.</param>
public sealed record ReportTheme(Guid Id, string Name, int Posts, int Writers, int Answered, IReadOnlyList<ReportQuote> Quotes);

/// <param name="Address">Where it can be read in its place.</param>
public sealed record ReportQuote(string Text, string Thread, string Address);

public sealed record ReportGroup(string Name, int Count, int Percent, int PopulationPercent);

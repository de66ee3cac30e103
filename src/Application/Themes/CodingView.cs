using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

/// <summary>What the pages of one coding have over them.</summary>
/// <param name="Dialogue">Its name in running text.</param>
/// <param name="DialoguePath">The officers' page of it.</param>
/// <param name="CoveragePercent">Share of the texts with a theme.</param>
/// <param name="SecondShare">Percent drawn for the second coder; 0 before there is a draw.</param>
/// <param name="SecondLeft">Drawn texts that the second coder has not coded.</param>
/// <param name="Unsettled">Texts that two see otherwise and nobody has settled.</param>
/// <param name="Disagreeing">Those that are settled among them.</param>
public sealed record CodingHead(
    Guid Id, string Title, string Dialogue, string DialoguePath, int Inputs, int Coded, int CoveragePercent, bool IsReleased, string ReleasedBy,
    DateTimeOffset? ReleasedAt, bool IsChanged, int SecondShare, int SecondLeft, int Unsettled, int Disagreeing);

/// <param name="Found">Texts in the list.</param>
/// <param name="Current">Null when the list is empty.</param>
/// <param name="Chosen">The theme of the third column; null before one is chosen.</param>
public sealed record CodingView(
    CodingHead Head, CodingFilter Filter, int Page, int Pages, int Found, IReadOnlyList<InputRow> Rows, InputText? Current, IReadOnlyList<ThemeRow> Themes,
    ThemeDetail? Chosen);

/// <param name="Excerpt">The beginning of the text.</param>
public sealed record InputRow(int Number, string Label, string Excerpt, string Language, IReadOnlyList<string> Themes, bool IsCurrent);

/// <param name="CodedBy">Who said what it is about; null before anybody has.</param>
/// <param name="IsBlind">Somebody has, and it is not shown until the second look is done.</param>
/// <param name="Suggestions">Proposals for a text that nobody has coded.</param>
public sealed record InputText(
    int Number, string Label, string Text, string Language, bool MayBeQuoted, IReadOnlyList<ThemeMark> Marks, string? CodedBy, DateTimeOffset? CodedAt,
    CodingRound? Round, bool IsBlind, IReadOnlyList<ThemeSuggestion> Suggestions, int? Previous, int? Next);

/// <param name="People">Persons, each once.</param>
public sealed record ThemeRow(Guid Id, string Name, int People, bool IsChosen);

/// <param name="Percent">Of those who wrote, whole.</param>
/// <param name="Typical">Stems that stand out in its texts, most typical first.</param>
public sealed record ThemeDetail(
    Guid Id, string Name, string Description, string Wants, string Goal, string NamedBy, int People, int Percent, int For, int Against,
    IReadOnlyList<CodedKind> Kinds, ThemeExample? ExampleFor, ThemeExample? ExampleAgainst, int Quotes, IReadOnlyList<string> Typical);

public sealed record ThemeExample(int Number, string Label, string Text, string Language);

using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Domain.Reports;

/// <summary>
/// The content of one version of a report, as it was at <see cref="CutOff"/>. Sentences are finished Swedish, so that a version reads the
/// same for ever. Every number comes from rows of the evidence ledger, which <see cref="Figures"/> names.
/// </summary>
/// <param name="DialogueAddress">Path of the rådslag or the survey.</param>
/// <param name="CutOff">What the ledger said then is what the report says.</param>
/// <param name="Basis">What it rests on, in a few sentences.</param>
/// <param name="Findings">At most five, for the first page.</param>
/// <param name="Asked">What the committee is asked to answer.</param>
/// <param name="Sections">In the order of the report, method last.</param>
/// <param name="Figures">Where each number comes from, by the key that cells and findings carry.</param>
public sealed record ReportModel(
    string Number, int Version, string Title, DialogueKind Kind, string DialogueTitle, string DialogueAddress, string Committee,
    DateTimeOffset CutOff, DateOnly PromisedAt, string Basis, IReadOnlyList<ReportFinding> Findings, IReadOnlyList<ReportAsked> Asked,
    IReadOnlyList<ReportSection> Sections, IReadOnlyList<ReportTheme> Themes, IReadOnlyList<ReportFigure> Figures)
{
    /// <summary>Every table of the report, in its order.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<ReportTable> Tables => Sections.SelectMany(s => s.Tables);

    /// <summary>What the committee's answer must have a point for: the questions that were written for it, then the themes.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<ReportTheme> ToAnswer =>
        Asked.Where(a => a.Id != Guid.Empty).Select(a => new ReportTheme(a.Id, a.Text, "", null, 0, null, [], null, [])).Concat(Themes);

    /// <summary>Path of the page with the rows of a number.</summary>
    /// <param name="figure">Its key, for example <c>f3</c>.</param>
    public string AddressOf(string figure) => $"/rapporter/{Report.SlugOf(Number)}/v{Version}/underlag/{figure}";
}

/// <summary>One line of the first page: a number, what it is of, and where it comes from.</summary>
/// <param name="Value">The number as it is shown, for example "41 %".</param>
/// <param name="Anchor">Id of the part of the report that shows it.</param>
/// <param name="Word">What may be said of a difference: <c>säkerställd</c>, <c>inte säkerställd</c> or <c>kan inte jämföras</c>; empty where nothing is compared.</param>
/// <param name="Figure">Key of the number; empty where nothing may be told.</param>
public sealed record ReportFinding(string Value, string Text, string Anchor, string Word, string Figure);

/// <summary>One question to the committee.</summary>
public sealed record ReportAsked(Guid Id, string Text);

/// <param name="Key">Id of the section on the page, lower-case letters and hyphens.</param>
/// <param name="Text">Paragraphs before the tables.</param>
/// <param name="Reading">How the figures are to be read, after them; empty for nothing.</param>
public sealed record ReportSection(string Key, string Heading, IReadOnlyList<string> Text, IReadOnlyList<ReportTable> Tables, string Reading);

/// <summary>How a table is drawn.</summary>
public enum ReportDrawing
{
    /// <summary>As a table alone.</summary>
    None = 0,

    /// <summary>One bar for each row.</summary>
    Bars = 1,

    /// <summary>A dot with its interval for each row.</summary>
    Intervals = 2,

    /// <summary>Two dots for each row: those who answered and those they are compared with.</summary>
    Pairs = 3,

    /// <summary>One bar parted in as many as there are rows; sums to a hundred.</summary>
    Stack = 4,
}

/// <summary>A table of numbers, and the figure that it is drawn as.</summary>
/// <param name="Key">Id on the page, lower-case letters, digits and hyphens.</param>
/// <param name="Finding">What is the case, in a heading.</param>
/// <param name="Under">Measure, unit, who, when and n.</param>
/// <param name="Heads">Headings of the columns, that of the rows first.</param>
/// <param name="Notes">Sentences under the table.</param>
public sealed record ReportTable(
    string Key, ReportDrawing Drawing, string Finding, string Under, string Caption, IReadOnlyList<string> Heads, IReadOnlyList<ReportLine> Lines,
    string Source, IReadOnlyList<string> Notes);

/// <param name="Mark">What is drawn for the row; null for one that only stands in the table.</param>
public sealed record ReportLine(string Label, IReadOnlyList<ReportCell> Cells, ReportMark? Mark);

/// <param name="Text">As it is shown.</param>
/// <param name="Value">The number behind it, for files that reckon; null for words.</param>
/// <param name="Figure">Key of the number; empty for words and for what is not a count of people.</param>
public sealed record ReportCell(string Text, double? Value = null, string Figure = "");

/// <param name="Percent">0 to 100.</param>
/// <param name="Other">The share that it is compared with, or null.</param>
/// <param name="Text">What stands beside the mark.</param>
/// <param name="Detail">Weaker, after it.</param>
public sealed record ReportMark(double Percent, double? Lower, double? Upper, double? Other, string Text, string Detail, bool Strong);

/// <summary>Where a number comes from: a rule over rows of the ledger.</summary>
/// <param name="Key">Unique in the report, for example <c>f12</c>.</param>
/// <param name="Label">What the number is.</param>
/// <param name="Shown">The number as the report shows it, without interval.</param>
/// <param name="Rows">Ids of the rows, in the order of the rule.</param>
/// <param name="Of">Rows of the base, where the rule has a base of its own.</param>
public sealed record ReportFigure(string Key, string Label, string Shown, FigureRule Rule, IReadOnlyList<Guid> Rows, IReadOnlyList<Guid> Of);

/// <summary>How a number follows from rows of the ledger.</summary>
public enum FigureRule
{
    /// <summary>The sum of the counts.</summary>
    Count = 1,

    /// <summary>The denominator that the rows have in common.</summary>
    Base = 2,

    /// <summary>A hundred times the sum of the counts over the denominator that they have in common.</summary>
    Share = 3,

    /// <summary>A hundred times the sum of the counts over the sum of the denominators: parts of different wholes.</summary>
    Pooled = 4,

    /// <summary>A hundred times the sum of the counts over the sum of the counts of the base.</summary>
    Ratio = 5,

    /// <summary>At least so many percent, as the gate let it through.</summary>
    AtLeast = 6,

    /// <summary>A hundred times the sum of the counts over the sum of the counts of the base, with one decimal.</summary>
    Rate = 7,
}

/// <param name="Posts">Posts or answers about the theme; null where only persons are counted.</param>
/// <param name="Writers">Persons behind them.</param>
/// <param name="Answered">Posts that the municipality has answered; null where it cannot be known.</param>
/// <param name="Description">What people want, in a sentence or two; may be empty.</param>
/// <param name="Quotes">Verbatim, at most four.</param>
/// <param name="Opposing">The strongest view against, or null where fewer than a tenth are against.</param>
/// <param name="Figures">Keys of the numbers: persons, posts, answered.</param>
public sealed record ReportTheme(
    Guid Id, string Name, string Description, int? Posts, int Writers, int? Answered, IReadOnlyList<ReportQuote> Quotes, ReportQuote? Opposing,
    IReadOnlyList<string> Figures);

/// <param name="Place">Where it was said, for example the thread, or "Fritext 118, Söder".</param>
/// <param name="Address">Where it can be read in its place.</param>
public sealed record ReportQuote(string Text, string Place, string Address);

using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// A first draft of the paper that a case comes to the committee with (tjänsteskrivelse). What people must judge is left empty, with a line that
/// says who writes it; the rest is taken from the report and from the committee's own draft of an answer.
/// </summary>
/// <param name="RegistrationNumber">Empty where none is given.</param>
/// <param name="Report">The version that it rests on.</param>
/// <param name="Parts">In the order of the paper.</param>
public sealed record CaseDraft(string Title, string RegistrationNumber, ReportModel Report, IReadOnlyList<CasePart> Parts)
{
    /// <summary>Of its files, without ending.</summary>
    public string Name => $"tjansteskrivelse-{Domain.Reports.Report.SlugOf(Report.Number)}-v{Report.Version}";
}

/// <param name="Text">Paragraphs.</param>
/// <param name="Items">After them: numbered where each is a proposal, else with points.</param>
/// <param name="Instruction">Who writes what is missing; empty where nothing is.</param>
/// <param name="ShowsSummary">The one page of the report stands here.</param>
/// <param name="Parts">Below it, with headings of their own.</param>
public sealed record CasePart(
    string Key, string Heading, IReadOnlyList<string> Text, IReadOnlyList<string> Items, bool Numbered, string Instruction, bool ShowsSummary, IReadOnlyList<CasePart> Parts)
{
    internal static CasePart Of(string key, string heading) => new(key, heading, [], [], Numbered: false, "", ShowsSummary: false, []);
}

/// <summary>Writes a draft as files. Pure: the same draft always gives the same bytes.</summary>
public interface ICaseDraftFiles
{
    /// <summary>The article, without page around it.</summary>
    string Html(CaseDraft draft);

    /// <summary>A whole page with its styles inside, to keep or print.</summary>
    string Document(CaseDraft draft);

    byte[] Docx(CaseDraft draft);
}

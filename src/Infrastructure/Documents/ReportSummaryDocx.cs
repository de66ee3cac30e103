using System.Globalization;
using DocumentFormat.OpenXml;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Infrastructure.Documents;

/// <summary>The most important on one page (ux 10.2): findings, what they rest on, and what the committee is asked. The same in the report and in the committee's paper.</summary>
internal sealed class ReportSummaryDocx(ITexts texts)
{
    public void Write(DocxPaper paper, ReportModel model)
    {
        foreach (var finding in model.Findings)
        {
            var runs = new List<OpenXmlElement> { DocxPaper.Run(finding.Value.Replace(' ', '\u00A0'), DocxStyle.Number), DocxPaper.Run(" " + finding.Text) };
            if (finding.Word.Length > 0)
            {
                runs.AddRange([DocxPaper.Run($" {texts["report.difference"]} "), DocxPaper.Run(finding.Word, DocxStyle.Strong), DocxPaper.Run(".")]);
            }

            paper.Runs(DocxStyle.Finding, [.. runs]);
        }

        paper.Runs(DocxStyle.Normal, DocxPaper.Run(texts["report.basis"] + " ", DocxStyle.Strong), DocxPaper.Run(model.Basis));
    }

    /// <summary>The questions to the committee, as letters when there are several, and when it has promised to answer.</summary>
    public void WriteAsked(DocxPaper paper, ReportModel model)
    {
        for (var i = 0; i < model.Asked.Count; i++)
        {
            if (model.Asked.Count == 1)
            {
                paper.Text(model.Asked[i].Text);
            }
            else
            {
                paper.Runs(DocxStyle.Normal, DocxPaper.Run($"{(char)('A' + i)} ", DocxStyle.Strong), DocxPaper.Run(model.Asked[i].Text));
            }
        }

        paper.Text(texts["report.promised", model.PromisedAt.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)]);
    }
}

using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Web.Pages.Draws;

/// <summary>Quotas as people read them.</summary>
internal static class DrawText
{
    /// <summary>"8", or "5–7".</summary>
    public static string Range(ITexts texts, int min, int max) => min == max ? texts["draw.exactly", min] : texts["draw.between", min, max];

    /// <summary>"från 8 till 7–8".</summary>
    public static string Change(ITexts texts, QuotaChange change) =>
        texts["draw.change", Range(texts, change.Now.Min, change.Now.Max), Range(texts, change.Then.Min, change.Then.Max)];
}

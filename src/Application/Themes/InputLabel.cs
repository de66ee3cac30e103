using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

/// <summary>How a text is referred to: "Fritext 118, Söder" or "Inlägg 44, Parkering för handeln".</summary>
public static class InputLabel
{
    public static string Of(ITexts texts, CodingInput input)
    {
        var name = input.IsPost
            ? texts[input.Kind == InputKind.QuestionHour ? "coding.label.questionHour" : "coding.label.post", input.PostNumber]
            : texts["coding.label.text", input.Number.ToString("000", CultureInfo.InvariantCulture)];
        return input.Place.Length > 0 ? $"{name}, {input.Place}" : name;
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medborgardialog.Web.TagHelpers;

/// <summary>
/// One field: label, hint, error, input, wired together for assistive technology (ux 3, rule 4).
/// <c>&lt;field for="Input.Email" label="…" hint="…" type="email" /&gt;</c>. With <c>rows</c> it is a text area.
/// Attributes it does not know, such as autocomplete and inputmode, go to the input.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(ITexts texts, HtmlEncoder encoder) : TagHelper
{
    private static readonly string[] _own = ["for", "label", "hint", "type", "rows", "optional", "value"];

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Name in the form, where it is another than the property's.</summary>
    public string? Name { get; set; }

    public string Type { get; set; } = "text";

    public int Rows { get; set; }

    /// <summary>Adds "(frivillig)". Fields without it are required.</summary>
    public bool Optional { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "-");
        var error = ViewContext.ModelState.TryGetValue(name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;
        var value = state?.AttemptedValue ?? Text(For.Model);

        var passed = output.Attributes.Where(a => !_own.Contains(a.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "falt" : "falt felfalt");

        var html = output.Content;
        var optional = Optional ? " " + texts["st.optional"] : "";
        html.AppendHtml($"<label for=\"{id}\">{encoder.Encode(Label + optional)}</label>");
        if (Hint is { Length: > 0 })
        {
            html.AppendHtml($"<p class=\"ledtext\" id=\"{id}-hint\">{encoder.Encode(Hint)}</p>");
        }

        if (error is not null)
        {
            html.AppendHtml($"<p class=\"feltext\" id=\"{id}-fel\"><span class=\"dold\">{encoder.Encode(texts["err.prefix"])}</span>{encoder.Encode(texts[error])}</p>");
        }

        var input = new TagBuilder(Rows > 0 ? "textarea" : "input");
        foreach (var attribute in passed)
        {
            input.Attributes[attribute.Name] = attribute.Value?.ToString();
        }

        Fill(input, name, id, value, error is not null);
        html.AppendHtml(input);
    }

    private void Fill(TagBuilder input, string name, string id, string value, bool wrong)
    {
        input.Attributes["id"] = id;
        input.Attributes["name"] = name;
        if (Rows > 0)
        {
            input.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);

            // A browser drops the first line break after the start tag.
            input.InnerHtml.AppendHtml("\n");
            input.InnerHtml.Append(value);
        }
        else
        {
            input.TagRenderMode = TagRenderMode.SelfClosing;
            input.Attributes["type"] = Type;
            if (Type is not ("password" or "file"))
            {
                input.Attributes["value"] = value;
            }
        }

        if (!Optional)
        {
            input.Attributes["aria-required"] = "true";
        }

        var described = string.Join(' ', new[] { Hint is { Length: > 0 } ? $"{id}-hint" : "", wrong ? $"{id}-fel" : "" }.Where(s => s.Length > 0));
        if (described.Length > 0)
        {
            input.Attributes["aria-describedby"] = described;
        }

        if (wrong)
        {
            input.Attributes["aria-invalid"] = "true";
        }
    }

    private static string Text(object? model) => model switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => model.ToString() ?? "",
    };
}

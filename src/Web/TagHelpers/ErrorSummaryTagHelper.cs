using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medborgardialog.Web.TagHelpers;

/// <summary>Every error of the page, each a link to its field, first on the page. Nothing when there is none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(ITexts texts, HtmlEncoder encoder) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(entry => (entry.Value?.Errors ?? []).Select(error => (Field: entry.Key, Text: texts[error.ErrorMessage])))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "felruta");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "felrubrik");
        output.Content.AppendHtml($"<h2 id=\"felrubrik\">{encoder.Encode(texts.Count("err.summary", errors.Count))}</h2><ul class=\"fellista\">");
        foreach (var (field, text) in errors)
        {
            var shown = encoder.Encode(text);
            output.Content.AppendHtml(field.Length == 0
                ? $"<li>{shown}</li>"
                : $"<li><a href=\"#{TagBuilder.CreateSanitizedId(field, "-")}\">{shown}</a></li>");
        }

        output.Content.AppendHtml("</ul>");
    }
}

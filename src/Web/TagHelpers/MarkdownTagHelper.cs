using System.Collections.Concurrent;
using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medborgardialog.Web.TagHelpers;

/// <summary>
/// <c>&lt;markdown text="…" /&gt;</c>: an officer's text. HTML in it is shown as text, and what the library makes is
/// still passed through an allow-list, so that a fault in one of them is not enough to run anything.
/// </summary>
[HtmlTargetElement("markdown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkdownTagHelper : TagHelper
{
    private const int MostKept = 500;
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private static readonly ConcurrentDictionary<string, HtmlString> _made = new(StringComparer.Ordinal);
    private static readonly HtmlSanitizer _allowed = Allowed();

    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (_made.Count > MostKept)
        {
            _made.Clear();
        }

        output.Content.SetHtmlContent(_made.GetOrAdd(Text, static text => new HtmlString(_allowed.Sanitize(Markdown.ToHtml(text, _pipeline)))));
    }

    private static HtmlSanitizer Allowed()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.Clear();
        sanitizer.AllowedTags.UnionWith(["p", "h2", "h3", "ul", "ol", "li", "strong", "em", "a", "br", "blockquote"]);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.Add("href");
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["https", "mailto", "tel"]);
        sanitizer.AllowedCssProperties.Clear();
        return sanitizer;
    }
}

using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medborgardialog.Web.TagHelpers;

/// <summary><c>&lt;stored-html text="…" /&gt;</c>: a report's article, which our own renderer built as XML and nobody can have written to since.</summary>
[HtmlTargetElement("stored-html", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StoredHtmlTagHelper : TagHelper
{
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(new HtmlString(Text));
    }
}

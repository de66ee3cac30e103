using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medborgardialog.Web.TagHelpers;

/// <summary><c>&lt;h1 part="…"&gt;</c>: the heading of a page, or one level down where the same stands within another page: a page has one h1.</summary>
[HtmlTargetElement("h1", Attributes = "part")]
public sealed class PartHeadingTagHelper : TagHelper
{
    public bool Part { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Part)
        {
            output.TagName = "h2";
        }
    }
}

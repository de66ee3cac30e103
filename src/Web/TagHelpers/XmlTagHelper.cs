using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medborgardialog.Web.TagHelpers;

/// <summary><c>&lt;xml content="element" /&gt;</c>: a figure or table that was built as XML, in which every text is escaped already.</summary>
[HtmlTargetElement("xml", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class XmlTagHelper : TagHelper
{
    public XElement? Content { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Content is not null)
        {
            output.Content.SetHtmlContent(new HtmlString(Content.ToString(SaveOptions.DisableFormatting)));
        }
    }
}

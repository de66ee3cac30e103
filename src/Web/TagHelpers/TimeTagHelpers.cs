using System.Globalization;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medborgardialog.Web.TagHelpers;

/// <summary><c>&lt;moment at="instant" /&gt;</c>: "14 juni kl. 23.59" in a time element. With <c>recent</c>: "i dag kl. 14.02".</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MomentTagHelper(IServiceProvider services) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public bool Recent { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var dates = services.GetRequiredService<Dates>();
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.ToSwedish().ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture));
        output.Content.SetContent(Recent ? dates.Recently(At) : dates.Moment(At));
    }
}

/// <summary><c>&lt;day value="date" /&gt;</c>: "14 juni" in a time element, with the year when it is another.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTagHelper(IServiceProvider services) : TagHelper
{
    public DateOnly Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(services.GetRequiredService<Dates>().Day(Value));
    }
}

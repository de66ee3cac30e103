using Medborgardialog.Application.Discussions;
using Medborgardialog.Web.Pages.Consultations.Discussions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Medborgardialog.Web.TagHelpers;

/// <summary><c>&lt;post-list thread="…" /&gt;</c>: the items of a thread's list; flat when only changes are shown.</summary>
[HtmlTargetElement("post-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PostListTagHelper(IServiceProvider services) : TagHelper
{
    public ThreadView? Thread { get; set; }

    public bool Flat { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Thread is { } thread)
        {
            var list = services.GetRequiredService<PostList>();
            output.Content.SetHtmlContent(new HtmlString(Flat ? await list.FlatAsync(thread.Posts, thread.Address, thread.IsOpen) : await list.NestedAsync(thread)));
        }
    }
}

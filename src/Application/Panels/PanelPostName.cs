using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Application.Panels;

/// <summary>Who stands above a post.</summary>
public static class PanelPostName
{
    /// <summary>The alias or the official's name; of whoever has left, that somebody was a member.</summary>
    public static string Of(PanelPost post, ITexts texts) => post.Name.Length > 0 ? post.Name : texts["panel.formerMember"];
}

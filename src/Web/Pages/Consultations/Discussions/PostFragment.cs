using Medborgardialog.Application.Discussions;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>
/// A post as everyone sees it: the model of <c>_Post.cshtml</c>, which may read nothing about who looks. Links in it are relative to
/// the thread's page.
/// </summary>
/// <param name="Thread">Last part of the thread's address.</param>
/// <param name="IsOpen">It can be reacted to and commented on.</param>
public sealed record PostFragment(PostView Post, string Thread, bool IsOpen)
{
    /// <summary>Where the page adds what is the viewer's own.</summary>
    public const string OwnMark = "<!--eget-->";

    /// <summary>Where the page adds what moderators can do.</summary>
    public const string ModeratorMark = "<!--mod-->";

    /// <summary>The attributes of a reaction's button; the page replaces the first by the second for one's own reactions.</summary>
    public static string Unpressed(int number, string kind) => $"value=\"{number}-{kind}\" aria-pressed=\"false\"";

    public static string Pressed(int number, string kind) => $"value=\"{number}-{kind}-av\" aria-pressed=\"true\"";
}

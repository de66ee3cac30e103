using Medborgardialog.Domain.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Medborgardialog.Web.Security;

/// <summary>
/// Coarse access, one line per folder of pages. What is not listed needs a signed-in person (the fallback policy);
/// role and phase together are decided by the handlers, see <c>ConsultationAccess</c>.
/// </summary>
internal static class FolderPolicies
{
    private const string Workspace = "workspace";
    private const string Moderation = "moderation";
    private const string Officer = "officer";
    private const string Committee = "committee";
    private const string Administration = "administration";
    private const string CaseDraft = "case-draft";

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        Require(options, Workspace, Role.Officer, Role.Moderator);
        Require(options, Moderation, Role.Moderator);
        Require(options, Officer, Role.Officer);
        Require(options, Committee, Role.CommitteeSecretary, Role.CommitteeMember, Role.CommitteeChair);
        Require(options, Administration, Role.Administrator);
        Require(options, CaseDraft, Role.Officer, Role.CommitteeSecretary, Role.CommitteeChair);
    }

    public static void Apply(PageConventionCollection conventions)
    {
        foreach (var open in new[] { "/Consultations", "/Panels", "/CodeEntry", "/Classrooms", "/Kiosk", "/Surveys", "/Compare", "/Answers", "/Account", "/About", "/Committees", "/DidYouSay", "/Reports", "/Draws", "/Ideas", "/Development" })
        {
            conventions.AllowAnonymousToFolder(open);
        }

        conventions.AllowAnonymousToPage("/Index");
        conventions.AllowAnonymousToPage("/Fault");
        conventions.AllowAnonymousToPage("/Receipt");
        conventions.AuthorizePage("/Workspace/Index", Workspace);
        conventions.AuthorizeFolder("/Workspace/Ideas", Workspace);
        conventions.AuthorizeFolder("/Workspace/Moderation", Moderation);
        conventions.AuthorizeFolder("/Workspace/Consultations", Officer);
        conventions.AuthorizeFolder("/Workspace/Surveys", Officer);
        conventions.AuthorizeFolder("/Workspace/Reports", Officer);
        conventions.AuthorizeFolder("/Workspace/Themes", Officer);
        conventions.AuthorizeFolder("/Workspace/Evidence", Officer);
        conventions.AuthorizeFolder("/Workspace/Frames", Officer);
        conventions.AuthorizeFolder("/Workspace/Draws", Officer);
        conventions.AuthorizeFolder("/Workspace/Registration", Officer);
        conventions.AuthorizeFolder("/Workspace/Sends", Officer);
        conventions.AuthorizeFolder("/Workspace/Participation", Officer);
        conventions.AuthorizeFolder("/Workspace/Classrooms", Officer);
        conventions.AuthorizeFolder("/Workspace/Panels", Officer);
        conventions.AuthorizeFolder("/CommitteeRoom", Committee);
        conventions.AuthorizeFolder("/CaseDrafts", CaseDraft);
        conventions.AuthorizeFolder("/Administration", Administration);
    }

    private static void Require(AuthorizationOptions options, string name, params Role[] roles) =>
        options.AddPolicy(name, policy => policy.RequireRole(roles.Select(r => r.ToString())));
}

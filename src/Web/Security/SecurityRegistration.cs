using Medborgardialog.Application.Ballots;
using Medborgardialog.Infrastructure;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medborgardialog.Web.Security;

internal static class SecurityRegistration
{
    private static readonly string[] _staffAreas = ["/arbetsyta", "/namndrum", "/system"];

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<ICurrentUser, CurrentUser>();
        builder.Services.AddScoped<IAnswerPasses, AnswerPasses>();
        builder.Services.AddKeyRing();
        builder.Services.AddAuthentication(Session.Scheme).AddCookie(Session.Scheme, Configure);
        builder.AddStaffSignIn();
        builder.Services.AddOptions<SignInLimitOptions>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Application.Identity.ISignInWays, SignInWays>();
        builder.Services.AddSingleton<SignInLimits>();
        builder.Services.AddOptions<CodeLimitOptions>().BindConfiguration("Codes").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<CodeLimits>();
        builder.Services.AddOptions<OpenAnswerOptions>().BindConfiguration("OpenAnswers").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<OpenAnswerLimits>();
        builder.Services.AddOptions<ApiLimitOptions>().BindConfiguration("Api").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ApiLimits>();
        builder.Services.AddSingleton<KioskMode>();
        builder.Services.AddSingleton<ClassTickets>();
        builder.Services.AddSingleton<TeacherKeys>();
        builder.Services.AddAuthorization(FolderPolicies.Add);

        // After the framework's own set-up, which puts a new collection there.
        builder.Services.PostConfigure<RazorPagesOptions>(o => FolderPolicies.Apply(o.Conventions));
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseAuthentication();
        app.UseKioskMode();
        app.UseAuthorization();
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "session";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.ReturnUrlParameter = "till";
        options.LoginPath = "/logga-in";
        options.Events.OnValidatePrincipal = Session.RefreshAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            {
                // Signed out meanwhile: a redirect would throw away what was typed, and a form may not lead to another site.
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            }

            var staff = Array.Exists(_staffAreas, area => context.Request.Path.StartsWithSegments(area, StringComparison.Ordinal));
            var back = Uri.EscapeDataString(context.Request.Path + context.Request.QueryString);
            context.Response.Redirect($"{context.Request.PathBase}{(staff ? "/logga-in/personal" : "/logga-in")}?till={back}");
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}

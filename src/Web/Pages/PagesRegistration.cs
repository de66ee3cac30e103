using System.Text.Encodings.Web;
using System.Text.Unicode;
using Medborgardialog.Application.Calendar;
using Medborgardialog.Web.Pages.Classrooms;
using Medborgardialog.Web.Pages.DidYouSay;
using Medborgardialog.Web.Pages.Workspace.Evidence;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Medborgardialog.Web.Pages;

internal static class PagesRegistration
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        Language.MakeSwedishDefault();
        builder.Services.AddTexts();
        builder.Services.AddSingleton<Account.SignInTicket>();
        builder.Services.AddSingleton<Workspace.Registration.FormTickets>();
        builder.Services.AddOptions<CommitteesOptions>().BindConfiguration("Committees");
        builder.Services.AddOptions<AppOptions>().BindConfiguration("App").ValidateDataAnnotations().ValidateOnStart();

        // å, ä and ö need no escaping: smaller pages, and the source of a page can be read.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddRouting(o => o.LowercaseUrls = true);
        builder.Services.AddRazorPages(o =>
        {
            Answers.SurveyRoutes.Add(o.Conventions);
            Panels.PanelRoutes.Add(o.Conventions);
        }).AddMvcOptions(o =>
        {
            o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            var messages = o.ModelBindingMessageProvider;
            messages.SetValueMustNotBeNullAccessor(_ => "err.required");
            messages.SetMissingBindRequiredValueAccessor(_ => "err.required");
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => "err.value");
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "err.value");
            messages.SetUnknownValueIsInvalidAccessor(_ => "err.value");
            messages.SetValueIsInvalidAccessor(_ => "err.value");
            messages.SetValueMustBeANumberAccessor(_ => "err.value");
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = SpokenOnce.CookieName);
        builder.Services.AddSingleton<CookieTempDataProvider>();
        builder.Services.Replace(ServiceDescriptor.Singleton<ITempDataProvider, SpokenOnce>());
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "formular";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddCompression();
    }

    /// <summary>Texts and dates alone; reports rendered in a job need them without any page.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITexts, Texts>();
        services.TryAddSingleton<Dates>();
        return services;
    }

    /// <summary>Middleware that comes before sign-in: language, theme, errors, static files.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseLanguage();
        app.UseCompression();
        app.UseExceptionHandler("/fel/500");
        app.UseStatusCodePagesWithReExecute("/fel/{0}");
        app.UseBrokenRequests();
        app.UseRouting();
    }

    public static void MapPages(this WebApplication app)
    {
        // Anonymous: how the page looks is no secret, and the fallback policy would hide it.
        app.MapStaticAssets().AllowAnonymous();
        app.MapTheme();
        app.MapPictures();
        app.MapAnswerFeed();
        app.MapClassAnswers();
        app.MapEvidence();
        app.MapRazorPages().WithStaticAssets();

        // An address that leads nowhere is not found for everyone, not a reason to sign in.
        app.MapFallback(() => Results.NotFound()).AllowAnonymous();
    }
}

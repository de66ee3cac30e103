using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Domain.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using NpgsqlTypes;

namespace Medborgardialog.Benchmarks.Subject;

/// <summary>Somebody who is signed in and has filled in everything: a session, a draft in the database, a form that is ready to be sent.</summary>
internal sealed class Participant(string session, DraftToken draft, string antiforgeryCookie, string antiforgeryField)
{
    public const string AntiforgeryCookie = "formular";
    public const string FieldName = "__RequestVerificationToken";
    public const string CheckPath = $"/radslag/{Exhibit.Slug}/svara/kontrollera";

    public string SessionCookie => $"session={session}";

    public string FlowCookies => $"session={session}; utkast={draft.Write()}";

    public DraftToken Draft => draft;

    /// <summary>The casting POST. Every call makes a new form, as a new visit to the check page would.</summary>
    public byte[] Cast(Uri server, string answers) => Http.Post(
        server, CheckPath, $"{FlowCookies}; {AntiforgeryCookie}={antiforgeryCookie}",
        [new("svar", answers), new("nyckel", Convert.ToHexString(RandomNumberGenerator.GetBytes(16))), new(FieldName, antiforgeryField)]);

    public static bool IsCast(Answer answer) =>
        answer.Status == 302 && answer.Header("Location")?.EndsWith("/svara/klart", StringComparison.Ordinal) == true;
}

/// <summary>
/// Makes participants with the application's own keys, so that nothing about signing in or forms is opened for measurements. Each
/// is used for one first answer.
/// </summary>
internal sealed class Participants(Site site)
{
    private const string Scheme = "Cookies";
    private const string Purpose = "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware";
    private readonly TicketDataFormat _sessions = new(
        site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose, Scheme, "v2"));

    public async Task<Supply> MakeAsync(int count, bool withDrafts = true)
    {
        var made = new Participant[count];
        Parallel.For(0, count, i => made[i] = Make());
        if (withDrafts)
        {
            await StoreDraftsAsync(made);
        }

        return new Supply(made);
    }

    private Participant Make()
    {
        var principal = Resident();
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(12) }, Scheme);
        var tokens = site.Services.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = site.Services, User = principal });
        return new Participant(_sessions.Protect(ticket), DraftToken.New(), tokens.CookieToken!, tokens.RequestToken!);
    }

    /// <summary>The claims that signing in with an e-mail code gives.</summary>
    private static ClaimsPrincipal Resident() => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString("D")),
            new Claim(ClaimTypes.Name, "Ärla Åkerö"),
            new Claim("niva", ((int)AssuranceLevel.Email).ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Role, nameof(Role.Resident)),
        ],
        Scheme));

    private async Task StoreDraftsAsync(Participant[] participants)
    {
        var sheet = Exhibit.Answer(0);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await using var connection = await site.AppSource.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("COPY answer_draft (id, consultation_id, body, day) FROM STDIN (FORMAT BINARY)");
        foreach (var participant in participants)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(participant.Draft.Id, NpgsqlDbType.Bytea);
            await copy.WriteAsync(site.Exhibit.ConsultationId, NpgsqlDbType.Uuid);
            await copy.WriteAsync(participant.Draft.Seal(sheet), NpgsqlDbType.Bytea);
            await copy.WriteAsync(today, NpgsqlDbType.Date);
        }

        await copy.CompleteAsync();
    }
}

/// <summary>Hands out each participant once.</summary>
internal sealed class Supply(IReadOnlyList<Participant> all)
{
    private int _taken;

    public Participant? Next()
    {
        var index = Interlocked.Increment(ref _taken) - 1;
        return index < all.Count ? all[index] : null;
    }

    public IReadOnlyList<Participant> All => all;

    /// <summary>Those that have been handed out.</summary>
    public IReadOnlyList<Participant> Used => [.. all.Take(Math.Min(_taken, all.Count))];
}

using Medborgardialog.Application.Mail;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.Infrastructure.Seeding;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using System.Security.Claims;
using Xunit;

namespace Medborgardialog.TestSupport;

/// <summary>
/// The whole application on a port of its own with a database of its own. One per test class as a class fixture, or one per
/// collection. Empty unless <see cref="Scenario"/> names what Exempelby should look like.
/// </summary>
public class WebFixture : IAsyncLifetime
{
    private WebHost? _host;

    /// <summary>For example <c>http://localhost:40123</c>, without a closing slash.</summary>
    public string Address => Host.Address;

    /// <summary>The application's own services; take a scope for what is per request.</summary>
    public IServiceProvider Services => Host.Services;

    public IMailbox Mailbox => Services.GetRequiredService<IMailbox>();

    /// <summary>Scenario of Exempelby to begin with, or null for an empty installation.</summary>
    protected virtual string? Scenario => null;

    /// <summary>Settings of this installation, as on the command line: <c>--Roles=web</c>.</summary>
    protected virtual IReadOnlyList<string> Settings => [];

    /// <summary>The clock of the application, where a test moves it; the machine's otherwise.</summary>
    protected virtual TimeProvider? Clock => null;

    private WebHost Host => _host ?? throw new InvalidOperationException("The application has not been started.");

    public virtual async ValueTask InitializeAsync()
    {
        var app = await AppFixture.SharedAsync();
        _host = await WebHost.StartAsync(await DatabaseAsync(app), Clock, Settings);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Connection string of the database to run on: a new one with nothing but tables, or a seeded one.</summary>
    protected virtual Task<string> DatabaseAsync(AppFixture app) =>
        Scenario is { } scenario ? app.SeededAsync(scenario, connection => SeedAsync(connection, scenario)) : app.DatabaseAsync();

    private static async Task SeedAsync(string connection, string scenario)
    {
        await using var host = await WebHost.StartAsync(connection, "--Roles=web");
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISeeder>().SeedAsync(scenario, CancellationToken.None);
    }

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor Anonymous() => new(Address);

    /// <summary>A new resident with a confirmed address and a name.</summary>
    public async Task<Visitor> ResidentAsync(string name = "Ärla Åkerö")
    {
        var resident = new Resident($"{Guid.CreateVersion7():N}@exempelby.example", TimeProvider.System.GetUtcNow());
        resident.ChooseName(name);
        await AddAsync(resident);
        return SignedIn(ResidentCookie(resident));
    }

    /// <summary>A new member of staff with exactly these roles. Committee roles are held in one committee that all such people share.</summary>
    public async Task<Visitor> StaffAsync(params Role[] roles) => SignedIn(StaffCookie(await AddStaffAsync(roles)));

    /// <summary>A member of staff of the seeded Exempelby, by full name.</summary>
    public async Task<Visitor> StaffAsync(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        var staff = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<StaffMember>().SingleAsync(s => s.Name == name);
        return SignedIn(StaffCookie(staff));
    }

    public async Task<StaffMember> AddStaffAsync(params Role[] roles)
    {
        Guid? committee = roles.Any(IsCommittees) ? await CommitteeAsync() : null;
        var staff = new StaffMember(
            Guid.CreateVersion7(), "Åsa Provquist", "handläggare", "asa@exempelby.example", roles.Select(r => new StaffRole(r, IsCommittees(r) ? committee : null)));
        await AddAsync(staff);
        return staff;
    }

    /// <summary>Value of the session cookie, for a browser context.</summary>
    public string StaffCookie(StaffMember staff) => Cookie(Session.ForStaff(new(staff.Id, staff.Name, staff.Title, staff.Roles)));

    public string ResidentCookie(Resident resident) => Cookie(Session.ForResident(resident.Id, resident.DisplayName, AssuranceLevel.Email));

    public Visitor SignedIn(string cookie) => new(Address, (CookieName, cookie));

    public string CookieName => Cookies.Cookie.Name!;

    /// <summary>What the application has stored, read by a context of the test's own.</summary>
    internal async Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public Task AddAsync(params object[] entities) => ReadAsync(async db =>
    {
        db.AddRange(entities);
        return await db.SaveChangesAsync();
    });

    public Task ExecuteAsync(FormattableString sql) => ReadAsync(db => db.Database.ExecuteSqlAsync(sql));

    /// <param name="sql">One column named "Value".</param>
    public Task<int> CountAsync(FormattableString sql) => ReadAsync(db => db.Database.SqlQuery<int>(sql).SingleAsync());

    /// <summary>Text of the latest mail to an address; waits for it, since mail leaves after the commit.</summary>
    /// <param name="about">Words of its subject.</param>
    public async Task<string> MailAsync(string address, string about = "")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (await pause.WaitForNextTickAsync(patience.Token))
        {
            if (Mailbox.Mails.FirstOrDefault(m => string.Equals(m.To, address, StringComparison.OrdinalIgnoreCase) && m.Subject.Contains(about, StringComparison.Ordinal)) is { } mail)
            {
                return mail.Text;
            }
        }

        throw new InvalidOperationException($"No mail to {address}.");
    }

    private CookieAuthenticationOptions Cookies => Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Session.Scheme);

    private static bool IsCommittees(Role role) => role is Role.CommitteeSecretary or Role.CommitteeMember or Role.CommitteeChair;

    private Task<Guid> CommitteeAsync() => ReadAsync(async db =>
    {
        var found = await db.Set<Committee>().OrderBy(c => c.Name).FirstOrDefaultAsync();
        if (found is null)
        {
            found = new Committee("samhallsbyggnadsnamnden", "Samhällsbyggnadsnämnden", "SBN");
            db.Add(found);
            await db.SaveChangesAsync();
        }

        return found.Id;
    });

    /// <summary>Sealed by the application itself, so that nothing about signing in is opened for tests.</summary>
    private string Cookie(ClaimsPrincipal principal)
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return Cookies.TicketDataFormat.Protect(new AuthenticationTicket(
            principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, Session.Scheme));
    }
}

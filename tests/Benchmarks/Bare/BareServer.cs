using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medborgardialog.Benchmarks.Bare;

internal sealed class BareResponse
{
    public long Id { get; init; }

    public DateTime At { get; init; }

    public List<BareAnswer> Answers { get; init; } = [];
}

internal sealed class BareAnswer
{
    public long Id { get; init; }

    public long ResponseId { get; init; }

    public int Question { get; init; }

    public int Value { get; init; }
}

internal sealed class BarePost
{
    public long Id { get; init; }

    public string Author { get; init; } = "";

    public string Text { get; init; } = "";

    public DateTime At { get; init; }
}

internal sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options)
{
    public DbSet<BareResponse> Responses => Set<BareResponse>();

    public DbSet<BarePost> Posts => Set<BarePost>();
}

/// <summary>
/// The throw-away reference that the application is measured against: Kestrel, EF Core and nothing else. No sign-in,
/// antiforgery, validation, idempotency, sealing or locking. It stores one response and ten answers, and shows twenty posts.
/// </summary>
internal static class BareServer
{
    public static async Task RunAsync(string connectionString, int port)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRazorPages();
        builder.Services.AddDbContextPool<BareContext>(o => o.UseNpgsql(
            new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { NoResetOnClose = true, MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 } }.Build()));
        await using var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await PrepareAsync(scope.ServiceProvider.GetRequiredService<BareContext>());
        }

        app.MapPost("/svar", StoreAsync);
        app.MapRazorPages();
        app.MapGet("/", () => "ok");
        await app.RunAsync();
    }

    private static async Task PrepareAsync(BareContext db)
    {
        await db.Database.EnsureDeletedAsync();
        await db.Database.EnsureCreatedAsync();
        for (var i = 0; i < 20; i++)
        {
            db.Posts.Add(new BarePost
            {
                Author = $"Person {i}",
                At = DateTime.UnixEpoch.AddHours(i),
                Text = string.Concat(Enumerable.Repeat("Jag handlar mer när jag slipper leta plats. ", 7)),
            });
        }

        await db.SaveChangesAsync();
    }

    private static async Task<IResult> StoreAsync(HttpRequest request, BareContext db, TimeProvider clock)
    {
        var form = await request.ReadFormAsync();
        var response = new BareResponse { At = clock.GetUtcNow().UtcDateTime };
        for (var i = 0; i < 10; i++)
        {
            response.Answers.Add(new BareAnswer { Question = i, Value = int.Parse(form[$"q{i}"]!, System.Globalization.CultureInfo.InvariantCulture) });
        }

        db.Responses.Add(response);
        await db.SaveChangesAsync();
        return Results.Redirect("/tack");
    }
}

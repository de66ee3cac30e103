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
    /// <summary>The data source is set up as the application's is.</summary>
    public static string Settings(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        NoResetOnClose = true, MaxAutoPrepare = 20, AutoPrepareMinUsages = 2,
    }.ConnectionString;

    /// <param name="arguments">May hold <c>--urls=</c>.</param>
    public static async Task RunAsync(string connectionString, string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRazorPages();
        var source = NpgsqlDataSource.Create(Settings(connectionString));
        builder.Services.AddDbContextPool<BareContext>(o => o.UseNpgsql(source));
        await using var app = builder.Build();
        app.MapPost("/svar", StoreAsync);
        app.MapRazorPages();
        app.MapGet("/", () => "ok");
        await app.RunAsync();
    }

    /// <summary>Makes the tables and the twenty posts in an empty database.</summary>
    public static async Task PrepareAsync(string connectionString)
    {
        await using var db = new BareContext(new DbContextOptionsBuilder<BareContext>().UseNpgsql(connectionString).Options);
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

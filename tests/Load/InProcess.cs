using System.Globalization;
using System.Text.Json;
using Medborgardialog.Application;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Infrastructure;
using Medborgardialog.Infrastructure.EmbeddedPostgres;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Npgsql;

namespace Medborgardialog.Load;

/// <summary>The application's own handlers in this process, on a throw-away database, for what is measured without pages.</summary>
internal sealed class InProcess : IAsyncDisposable
{
    private readonly PrivatePostgres _postgres;
    private readonly ServiceProvider _services;

    private InProcess(PrivatePostgres postgres, ServiceProvider services, string slug) => (_postgres, _services, Slug) = (postgres, services, slug);

    /// <summary>Of the rådslag that is there, open for answers.</summary>
    public string Slug { get; }

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    public static async Task<InProcess> StartAsync()
    {
        var postgres = await PrivatePostgres.StartThrowAwayAsync(
            new PostgresSettings { BinaryFolder = Environment.GetEnvironmentVariable("PG_BIN"), SearchFrom = AppContext.BaseDirectory, DataFolder = Path.GetTempPath() },
            CancellationToken.None);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Database"] = postgres.ConnectionString }).Build());
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment
        {
            EnvironmentName = Environments.Development, ApplicationName = "Medborgardialog.Web", ContentRootPath = AppContext.BaseDirectory,
        });
        services.AddApplication();
        services.AddInfrastructure();
        services.AddSingleton<ITexts, SwedishTexts>();
        services.AddSingleton<ICurrentUser, TrialOfficer>();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new AppOptions
        {
            Municipality = "Exempelby kommun", BaseUrl = "https://dialog.exempelby.example", ContactPhone = "0980-319 200", ContactEmail = "kontakt@exempelby.example",
        }));
        var provider = services.BuildServiceProvider();
        await provider.UpdateSchemaAsync(CancellationToken.None);
        return new InProcess(postgres, provider, await ConsultationAsync(provider));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private static async Task<string> ConsultationAsync(ServiceProvider services)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            db.Add(new Committee("samhallsbyggnadsnamnden", "Samhällsbyggnadsnämnden", "SBN"));
            db.Add(new StaffMember(Guid.CreateVersion7(), "Ada Prov", "kommunikatör", "ada@exempelby.example", []));
            db.Add(new StaffMember(Guid.CreateVersion7(), "Bo Prov", "kommunikatör", "bo@exempelby.example", []));
            await db.SaveChangesAsync();
        }

        return await StatementConsultation.MakeAsync(services.GetRequiredService<NpgsqlDataSource>(), ["Torget ska vara grönt."]);
    }

    /// <summary>The project's own texts, read from the checkout.</summary>
    private sealed class SwedishTexts : ITexts
    {
        private readonly Dictionary<string, string> _texts = Directory
            .EnumerateFiles(Path.Combine(Checkout(), "src", "Web", "Resources"), "*.sv.json")
            .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(f))!)
            .ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);

        public string this[string key, params object[] arguments] => string.Format(CultureInfo.GetCultureInfo("sv-SE"), _texts[key], arguments);

        public string Count(string key, int count, params object[] arguments) => this[$"{key}.{(count == 1 ? "one" : "other")}", [count, .. arguments]];

        private static string Checkout()
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Medborgardialog.sln")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }

    private sealed class TrialOfficer : ICurrentUser
    {
        public Guid? Id { get; } = Guid.CreateVersion7();

        public string? DisplayName => "Ada Prov";

        public string? Title => "kommunikatör";

        public AssuranceLevel Assurance => AssuranceLevel.None;

        public bool IsInRole(Role role) => role == Role.Officer;

        public bool IsInRole(Role role, Guid committeeId) => false;
    }
}

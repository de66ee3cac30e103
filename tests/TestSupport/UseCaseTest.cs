using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Medborgardialog.TestSupport;

/// <summary>A test of use cases on a database of its own.</summary>
public abstract class UseCaseTest : IAsyncLifetime
{
    private ServiceProvider? _provider;
    private AsyncServiceScope _scope;

    /// <summary>Swedish as the application's own start makes it: the test runner hands on the language of the machine.</summary>
    protected UseCaseTest() => Language.MakeSwedishDefault();

    /// <summary>Who asks. Change it to become another.</summary>
    protected TestUser User { get; } = new();

    /// <summary>The passes that whoever asks holds.</summary>
    protected TestPasses Passes { get; } = new();

    protected static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    protected IServiceProvider Services => _scope.ServiceProvider;

    internal AppDbContext Db => Services.GetRequiredService<AppDbContext>();

    protected TestData Data => new(Services);

    public async ValueTask InitializeAsync()
    {
        var fixture = await AppFixture.SharedAsync();
        var connection = await fixture.DatabaseAsync();
        _provider = AppFixture.Services(connection, services =>
        {
            services.RemoveAll<ICurrentUser>();
            services.AddSingleton<ICurrentUser>(User);
            services.AddSingleton<IAnswerPasses>(Passes);
        });
        _scope = _provider.CreateAsyncScope();
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected THandler Use<THandler>()
        where THandler : IUseCase => Services.GetRequiredService<THandler>();
}

using System.Collections.Concurrent;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>Exempelby in one of its named scenarios. Nothing happens by itself in it: no jobs run.</summary>
public sealed class Scene(string scenario) : WebFixture
{
    protected override string Scenario => scenario;

    protected override IReadOnlyList<string> Settings => ["--Roles=web"];

    /// <summary>Nobody ("") or somebody of the seeded Exempelby, signed in.</summary>
    public async Task<Person> PersonAsync(SharedBrowser browser, string name)
    {
        var person = await Person.AtAsync(browser, this);
        if (name.Length == 0)
        {
            return person;
        }

        var resident = await ReadAsync(db => db.Set<Resident>().Where(r => r.DisplayName == name).OrderBy(r => r.CreatedAt).FirstOrDefaultAsync());
        return await person.WithSessionAsync(this, resident is not null
            ? ResidentCookie(resident)
            : StaffCookie(await ReadAsync(db => db.Set<StaffMember>().SingleAsync(s => s.Name == name))));
    }
}

/// <summary>The scenes that have been asked for, each started once.</summary>
public sealed class Scenes : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Scene>>> _started = new(StringComparer.Ordinal);

    public Task<Scene> GetAsync(string scenario) => _started.GetOrAdd(scenario, s => new(() => StartAsync(s))).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var scene in _started.Values)
        {
            await (await scene.Value).DisposeAsync();
        }
    }

    private static async Task<Scene> StartAsync(string scenario)
    {
        var scene = new Scene(scenario);
        await scene.InitializeAsync();
        return scene;
    }
}

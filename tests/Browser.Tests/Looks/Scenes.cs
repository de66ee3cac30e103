using System.Collections.Concurrent;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>Exempelby in one of its named scenarios. Nothing happens by itself in it: no jobs run.</summary>
public sealed class Scene(string scenario) : WebFixture
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Person>>> _readers = new(StringComparer.Ordinal);

    protected override string Scenario => scenario;

    protected override IReadOnlyList<string> Settings => ["--Roles=web"];

    /// <summary>A resident who has done nothing yet, signed in.</summary>
    public async Task<Person> NewcomerAsync(SharedBrowser browser)
    {
        var resident = new Resident($"{Guid.CreateVersion7():N}@exempelby.example", TimeProvider.System.GetUtcNow());
        resident.ChooseName("Ny Provare");
        await AddAsync(resident);
        return await (await Person.AtAsync(browser, this)).WithSessionAsync(this, ResidentCookie(resident));
    }

    /// <summary>
    /// The same as <see cref="PersonAsync"/>, but one browser for all who only read and one after the other: a new window costs as
    /// much as the looking itself. It closes with Chromium.
    /// </summary>
    public async Task<Person> ReaderAsync(SharedBrowser browser, string name)
    {
        var reader = await _readers.GetOrAdd(name, n => new(() => PersonAsync(browser, n))).Value;
        reader.Forget();
        return reader;
    }

    /// <summary>Nobody ("") or somebody of the seeded Exempelby, signed in.</summary>
    public async Task<Person> PersonAsync(SharedBrowser browser, string name)
    {
        var person = await Person.AtAsync(browser, this);
        if (name.Length == 0)
        {
            return person;
        }

        var resident = await ReadAsync(db => db.Set<Resident>().Where(r => r.DisplayName == name || r.Email == name).OrderBy(r => r.CreatedAt).FirstOrDefaultAsync());
        return await person.WithSessionAsync(this, resident is not null
            ? ResidentCookie(resident)
            : StaffCookie(await ReadAsync(db => db.Set<StaffMember>().SingleAsync(s => s.Name == name))));
    }
}

/// <summary>The scenes that have been asked for, each started once.</summary>
public sealed class Scenes : IAsyncLifetime
{
    /// <summary>Collection of the tests that share the windows of <see cref="Scene.ReaderAsync"/> and so take turns.</summary>
    public const string Readers = "Readers";

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

using Medborgardialog.TestSupport;

namespace Medborgardialog.Web.Tests;

/// <summary>
/// Exempelby in one scenario, for one test: a copy that was seeded before anything ran in it. Seeding under a running application
/// would meet its jobs, which close what the seeding has not yet filled.
/// </summary>
internal sealed class ScenarioFixture(string scenario) : WebFixture
{
    protected override string Scenario => scenario;

    public static async Task<ScenarioFixture> StartAsync(string scenario)
    {
        var fixture = new ScenarioFixture(scenario);
        await fixture.InitializeAsync();
        return fixture;
    }
}

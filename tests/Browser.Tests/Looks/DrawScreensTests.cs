using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>The pages of draws in each of their steps, for officers and for anybody.</summary>
[Collection(Scenes.Readers)]
public class DrawScreensTests(SharedBrowser browser, Scenes scenes)
{
    private const string Officer = "Maria Demolund";

    private static readonly string Impossible = TestData.DrawQuotas.Replace("kön;kvinna;5;7\nkön;man;5;7", "kön;kvinna;8;8\nkön;man;5;7", StringComparison.Ordinal);

    public static TheoryData<PanelDrawState> Steps => [.. Enum.GetValues<PanelDrawState>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Each_step_of_a_draw_is_accessible_and_fits(PanelDrawState state)
    {
        var scene = await scenes.GetAsync("svara");
        var draw = await AddAsync(scene, state, $"Medborgarpanelen om Storgatan {(int)state}");
        var person = await scene.ReaderAsync(browser, Officer);

        await person.GoAsync($"/arbetsyta/lottningar/{draw.Slug}");
        await Look.AssertIsGoodAsync(person, $"lottning-{(int)state}-{state}");

        if (draw.IsPublic)
        {
            await person.GoAsync($"/lottningar/{draw.Slug}");
            await Look.AssertIsGoodAsync(person, $"lottning-offentlig-{(int)state}");
        }
    }

    [Fact]
    public async Task The_form_the_wait_and_the_lists_are_accessible_and_fit()
    {
        var scene = await scenes.GetAsync("svara");
        var draw = await AddAsync(scene, PanelDrawState.Checked, "Medborgarpanelen som räknas");
        var task = new LongTask(Application.Draws.StartDrawHandler.Job, draw.Id, Guid.Empty, TimeProvider.System.GetUtcNow());
        task.Report("draw.step.compute", 3, 10, TimeProvider.System.GetUtcNow());
        await scene.AddAsync(task, new DrawProgress(draw.Id));
        await scene.ExecuteAsync($"UPDATE draw_progress SET level = 2, fixed = 3, groups = 10, panels = 44, floor = 0.0661, bound = 0.0683 WHERE draw_id = {draw.Id}");
        var person = await scene.ReaderAsync(browser, Officer);

        await person.GoAsync("/arbetsyta/lottningar/ny");
        await Look.AssertIsGoodAsync(person, "lottning-ny");
        await person.PressAsync("Kontrollera filerna");
        await person.SeesAsync("Skriv ett namn");
        await Look.AssertIsGoodAsync(person, "lottning-ny-fel", ignoring: "422");
        person.Forget();
        await person.GoAsync($"/arbetsyta/lottningar/{draw.Slug}");
        await Look.AssertIsGoodAsync(person, "lottning-raknas");
        await scene.ExecuteAsync($"UPDATE draw_progress SET floor = 0.0672 WHERE draw_id = {draw.Id}");
        await person.SeesAsync("6,72 % nu");
        await person.GoAsync("/arbetsyta/lottningar");
        await Look.AssertIsGoodAsync(person, "lottningar");
        await person.GoAsync("/lottningar");
        await Look.AssertIsGoodAsync(person, "lottningar-offentlig");
    }

    private static async Task<PanelDraw> AddAsync(Scene scene, PanelDrawState state, string name)
    {
        await using var scope = scene.Services.CreateAsyncScope();
        return await new TestData(scope.ServiceProvider).DrawAsync(state, name, state == PanelDrawState.Impossible ? Impossible : TestData.DrawQuotas, seedIn: TimeSpan.FromHours(-3));
    }
}

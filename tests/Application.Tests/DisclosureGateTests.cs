using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class DisclosureGateTests : UseCaseTest
{
    private IBallotBox Box => Services.GetRequiredService<IBallotBox>();

    [Theory]
    [InlineData(Audience.Public)]
    [InlineData(Audience.Report)]
    public async Task Nobody_sees_a_figure_before_closing(Audience audience)
    {
        var consultation = await Data.ConsultationAsync();
        await AnswerAsync(consultation, "a", 12);
        User.Roles.UnionWith([Role.Officer, Role.Administrator]);

        var result = await Use<GetResultHandler>().HandleAsync(new GetResultQuery(consultation.Id, audience), CancellationToken);

        Assert.IsType<ResultSealed>(result.Error);
    }

    [Fact]
    public async Task Between_closing_and_the_announced_time_only_the_report_sees_them()
    {
        var consultation = await Data.ConsultationAsync();
        await AnswerAsync(consultation, "a", 12);
        await CloseAsync(consultation, released: false);

        Assert.IsType<ResultSealed>((await ResultAsync(consultation)).Error);
        Assert.True((await ResultAsync(consultation, Audience.Report)).IsSuccess);
    }

    [Fact]
    public async Task Nine_answers_show_nothing_but_that_they_are_too_few()
    {
        var consultation = await Data.ConsultationAsync();
        await AnswerAsync(consultation, "a", 9);
        await CloseAsync(consultation);

        var result = (await ResultAsync(consultation)).Value!;

        Assert.True(result.Disclosed.TooFew);
        Assert.Null(result.Disclosed.Answers);
        Assert.Empty(result.Questions);
        Assert.Null(result.TurnoutPercent);
    }

    [Fact]
    public async Task The_headline_is_exact_and_do_not_know_stands_outside_the_base()
    {
        var consultation = await Data.ConsultationAsync();
        await AnswerAsync(consultation, "a", 13);
        await AnswerAsync(consultation, "b", 7);
        await AnswerAsync(consultation, "vetinte", 3);
        await CloseAsync(consultation);

        var headline = (await ResultAsync(consultation)).Value!.Headline!;

        Assert.Equal(20, headline.Base);
        Assert.Equal([("a", 13, 65), ("b", 7, 35), ("inget", 0, 0)], headline.Choices.Select(c => (c.Key, c.Count, c.Percent)));
        Assert.Equal([("vetinte", 3)], headline.OutsideBase.Select(c => (c.Key, c.Count)));
    }

    /// <summary>Eleven told and four did not: without them as a group, the exact total less the shown groups would single out four.</summary>
    [Fact]
    public async Task Those_who_told_nothing_cannot_be_found_by_subtraction()
    {
        var consultation = await Data.ConsultationAsync();
        Db.AddRange(new Population("area", "Centrum", 0, 5200, "demo"), new Population("area", "Byarna", 1, 3000, "demo"));
        await Db.SaveChangesAsync(CancellationToken);
        await AnswerAsync(consultation, "a", 11, """{"area":"Centrum"}""");
        await AnswerAsync(consultation, "b", 12, """{"area":"Byarna"}""");
        await AnswerAsync(consultation, "a", 4);
        await CloseAsync(consultation);

        var areas = (await ResultAsync(consultation)).Value!.Areas;

        Assert.Equal(["Byarna", "Centrum, uppgift saknas"], areas.Select(a => a.Name).Order(StringComparer.Ordinal));
        Assert.All(areas, a => Assert.Equal(0, a.Count % 3));
    }

    private Task<Result<ResultView>> ResultAsync(Consultation consultation, Audience audience = Audience.Public) =>
        Use<GetResultHandler>().HandleAsync(new GetResultQuery(consultation.Id, audience), CancellationToken);

    private async Task AnswerAsync(Consultation consultation, string choice, int times, string? about = null)
    {
        for (var i = 0; i < times; i++)
        {
            var person = RandomId.New();
            var tag = OwnerTag.Open(person);
            var body = $$"""{"val":["{{choice}}"]}""";
            await Box.CastAsync(
                new Cast(consultation.Id, person, tag, SHA256.HashData(RandomId.Bytes(16)), body, body, Convert.ToHexString(RandomId.Bytes(16)), null, AnswerDoor.Email),
                CancellationToken);
            if (about is not null)
            {
                Assert.True(await Box.DescribeAsync(consultation.Id, tag, about, CancellationToken));
            }
        }
    }

    private async Task CloseAsync(Consultation consultation, bool released = true)
    {
        await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromSeconds(-1));
        Assert.True(await Box.SealAsync(consultation.Id, CancellationToken));
        if (released)
        {
            await Db.Database.ExecuteSqlAsync($"UPDATE consultation SET results_at = clock_timestamp() - interval '1 second' WHERE id = {consultation.Id}", CancellationToken);
        }
    }
}

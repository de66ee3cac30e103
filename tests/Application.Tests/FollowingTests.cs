using Medborgardialog.Application.Common;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class FollowingTests : UseCaseTest
{
    [Fact]
    public async Task Following_twice_is_following_once_and_stopping_leaves_nothing()
    {
        await Data.ConsultationAsync();
        var resident = await ResidentAsync();

        await FollowAsync(true);
        await FollowAsync(true);
        var following = await Use<GetFollowingHandler>().HandleAsync(new("torget"), CancellationToken);
        var rows = await Db.Set<Following>().CountAsync(f => f.ResidentId == resident.Id, CancellationToken);
        var stopped = await FollowAsync(false);

        Assert.Equal(1, rows);
        Assert.True(following.Value!.IsFollowing);
        Assert.False(stopped.Value!.IsFollowing);
        Assert.Equal(0, await Db.Set<Following>().CountAsync(CancellationToken));
    }

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.CommitteeChair)]
    [InlineData(Role.Administrator)]
    public async Task Only_residents_follow(Role role)
    {
        await Data.ConsultationAsync();
        User.Roles.Clear();
        User.Roles.Add(role);

        var followed = await FollowAsync(true);

        Assert.IsType<FollowingNeedsResident>(followed.Error);
        Assert.False((await Use<GetFollowingHandler>().HandleAsync(new("torget"), CancellationToken)).Value!.MayFollow);
    }

    [Fact]
    public async Task Nobody_follows_without_an_address_or_what_is_not_public()
    {
        var draft = TestData.Draft((await Data.ConsultationAsync()).CommitteeId!.Value, TestData.OpenNow(TimeProvider.System.GetUtcNow()), slug: "utkast");
        Db.Add(draft);
        await Db.SaveChangesAsync(CancellationToken);
        User.Assurance = AssuranceLevel.None;

        Assert.IsType<FollowingNeedsResident>((await FollowAsync(true)).Error);
        Assert.IsType<ConsultationNotFound>((await Use<FollowConsultationHandler>().HandleAsync(new("utkast", true), CancellationToken)).Error);
    }

    [Fact]
    public async Task Nobody_is_mailed_before_the_answer_is_public()
    {
        var consultation = await Data.WithCommitteeAsync();
        await Data.FollowerAsync(consultation.Id);

        var told = await TellAsync(consultation.Id);

        Assert.Equal(0, told.Count);
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task Those_who_follow_are_mailed_once_however_often_it_runs()
    {
        var consultation = await Data.WithCommitteeAsync();
        var other = await Data.WithCommitteeAsync(slug: "badet");
        var followers = new[] { await Data.FollowerAsync(consultation.Id), await Data.FollowerAsync(consultation.Id) };
        await Data.FollowerAsync(other.Id);
        await PublishAsync(consultation);

        await TellAsync(consultation.Id);
        await TellAsync(consultation.Id);

        var mails = await MailsAsync();
        Assert.Equal(followers.Select(f => f.Email).Order(), mails.Select(m => m.To).Order());
        Assert.All(mails, m => Assert.Contains("/radslag/torget/beslut", m.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.Contains("Samhällsbyggnadsnämnden har svarat: Torget", m.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_are_told_in_batches_and_a_stop_in_the_middle_loses_nobody()
    {
        var consultation = await Data.WithCommitteeAsync();
        var followers = (2 * TellFollowersHandler.BatchSize) + 7;
        await ManyFollowAsync(consultation.Id, followers);
        await PublishAsync(consultation);

        var first = await TellAsync(consultation.Id);
        var afterTheFirst = (await MailsAsync()).Count;
        var runs = 1;
        while ((await TellAsync(consultation.Id)).More)
        {
            runs++;
        }

        Assert.True(first.More);
        Assert.Equal(TellFollowersHandler.BatchSize, afterTheFirst);
        Assert.Equal(2, runs);
        Assert.Equal(followers, (await MailsAsync()).Select(m => m.To).Distinct().Count());
        Assert.Equal(followers, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task Two_runs_at_the_same_time_tell_nobody_twice()
    {
        var consultation = await Data.WithCommitteeAsync();
        await ManyFollowAsync(consultation.Id, 150);
        await PublishAsync(consultation);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TellUntilDoneAsync(consultation.Id)));

        var mails = await MailsAsync();
        Assert.Equal(150, mails.Count);
        Assert.Equal(150, mails.Select(m => m.Key).Distinct().Count());
    }

    [Fact]
    public async Task Who_follows_after_the_answer_is_told_of_what_comes_next_only()
    {
        var consultation = await Data.WithCommitteeAsync();
        var early = await Data.FollowerAsync(consultation.Id);
        await PublishAsync(consultation);
        await TellAsync(consultation.Id);
        var late = await Data.FollowerAsync(consultation.Id, TimeProvider.System.GetUtcNow());
        await TellAsync(consultation.Id);
        var beforeFollowUp = (await MailsAsync()).Select(m => m.To).ToList();
        var feedback = await Db.Set<DecisionFeedback>().SingleAsync(CancellationToken);
        Assert.True(feedback.FollowUp(feedback.Points[1].Id, PointStatus.Underway, "Slingorna är beställda.", "", new(Guid.CreateVersion7(), "Karin"), TimeProvider.System.GetUtcNow()).IsSuccess);
        await Db.SaveChangesAsync(CancellationToken);

        await TellAsync(consultation.Id);
        await TellAsync(consultation.Id);

        var after = (await MailsAsync()).Skip(beforeFollowUp.Count).ToList();
        Assert.Equal([early.Email], beforeFollowUp);
        Assert.Equal(new[] { early.Email, late.Email }.Order(), after.Select(m => m.To).Order());
        Assert.All(after, m => Assert.Contains("Slingorna är beställda.", m.Text, StringComparison.Ordinal));
    }

    private async Task<Resident> ResidentAsync()
    {
        var resident = new Resident("arla@exempelby.example", TimeProvider.System.GetUtcNow());
        Db.Add(resident);
        await Db.SaveChangesAsync(CancellationToken);
        User.Id = resident.Id;
        return resident;
    }

    private Task<Domain.Common.Result<FollowingChanged>> FollowAsync(bool follow) =>
        Use<FollowConsultationHandler>().HandleAsync(new("torget", follow), CancellationToken);

    private async Task<FollowersTold> TellAsync(Guid consultationId)
    {
        Db.ChangeTracker.Clear();
        return (await Use<TellFollowersHandler>().HandleAsync(new(consultationId), CancellationToken)).Value!;
    }

    /// <summary>As a job on another node would.</summary>
    private async Task TellUntilDoneAsync(Guid consultationId)
    {
        while (true)
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            var told = await scope.ServiceProvider.GetRequiredService<TellFollowersHandler>().HandleAsync(new(consultationId), CancellationToken);
            if (!told.Value!.More)
            {
                return;
            }
        }
    }

    private async Task ManyFollowAsync(Guid consultationId, int count)
    {
        var since = TimeProvider.System.GetUtcNow().AddDays(-20);
        var residents = Enumerable.Range(0, count).Select(i => new Resident($"person{i}@exempelby.example", since)).ToList();
        Db.AddRange(residents);
        Db.AddRange(residents.Select(r => new Following(consultationId, r.Id, since)));
        await Db.SaveChangesAsync(CancellationToken);
    }

    private async Task PublishAsync(Consultation consultation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var feedback = new DecisionFeedback(consultation.Id, consultation.CommitteeId!.Value);
        var karin = new FeedbackActor(Guid.CreateVersion7(), "Karin Mallberg");
        Assert.True(feedback.Write(TestData.CompleteAnswer(), karin, now).IsSuccess);
        Assert.True(feedback.Submit(null, TestData.Themes.Select(t => (t.Id, t.Name)), karin, now).IsSuccess);
        Assert.True(feedback.Approve(new(Guid.CreateVersion7(), "Bengt Exempelström"), now).IsSuccess);
        Db.Add(feedback);
        await Db.SaveChangesAsync(CancellationToken);
    }

    private async Task<IReadOnlyList<SendMail>> MailsAsync() =>
    [
        .. (await Db.Outbox.AsNoTracking().Where(r => r.Kind == typeof(SendMail).FullName).OrderBy(r => r.Id).ToListAsync(CancellationToken))
            .Select(r => System.Text.Json.JsonSerializer.Deserialize<SendMail>(r.Body)!),
    ];
}

using System.Text.Json;
using Medborgardialog.Application.Calendar;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class CommitteeCalendarTests : UseCaseTest
{
    private const string Director = "kommundirektor@exempelby.example";
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Each_reminder_leaves_once_however_often_it_runs_and_a_new_promise_begins_anew()
    {
        var consultation = await Data.WithCommitteeAsync(promisedIn: 60);
        await StaffAsync(consultation.CommitteeId!.Value);
        for (var day = 0; day < 100; day++)
        {
            await RemindAsync();
            await RemindAsync();
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(
            [MilestoneKind.RemindedEarly, MilestoneKind.RemindedLate, MilestoneKind.Escalated],
            await Db.Set<Milestone>().OrderBy(m => m.At).Select(m => m.Kind).ToListAsync(CancellationToken));
        Assert.Equal(5, await MailsAsync());

        await Db.Database.ExecuteSqlAsync($"UPDATE consultation SET new_promised_at = {_clock.SwedishToday().AddDays(20)} WHERE id = {consultation.Id}", CancellationToken);
        await RemindAsync();

        Assert.Equal(7, await MailsAsync());
    }

    [Fact]
    public async Task Runs_at_the_same_time_tell_nobody_twice()
    {
        var consultation = await Data.WithCommitteeAsync(promisedIn: 20);
        await StaffAsync(consultation.CommitteeId!.Value);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RemindAsync()));

        Assert.Equal(2, await MailsAsync());
    }

    [Fact]
    public async Task Nobody_is_told_where_there_is_nobody_to_tell_and_nothing_is_said_of_it()
    {
        await Data.WithCommitteeAsync(promisedIn: -30);

        await RemindAsync(director: "");
        Assert.Equal(0, await Db.Set<Milestone>().CountAsync(CancellationToken));

        await RemindAsync();
        Assert.Equal(1, await Db.Set<Milestone>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task What_is_answered_is_not_reminded_of()
    {
        var consultation = await Data.WithCommitteeAsync(promisedIn: -30);
        await StaffAsync(consultation.CommitteeId!.Value);
        await Db.Database.ExecuteSqlAsync($"UPDATE consultation SET state = {(int)ConsultationState.Answered} WHERE id = {consultation.Id}", CancellationToken);

        await RemindAsync();

        Assert.Equal(0, await MailsAsync());
    }

    [Fact]
    public async Task New_evidence_at_the_cut_off_asks_for_a_version_once_and_no_news_asks_for_none()
    {
        var consultation = await Data.WithCommitteeAsync(promisedIn: 60);
        var committee = await Db.Set<Committee>().SingleAsync(c => c.Id == consultation.CommitteeId, CancellationToken);
        committee.SetMeetings([_clock.SwedishToday().AddDays(50)]);
        await Db.SaveChangesAsync(CancellationToken);
        await Use<RecordEvidenceHandler>().HandleAsync(
            new RecordEvidenceCommand(
                new Domain.Evidence.EvidenceSource(Domain.Evidence.EvidenceSourceKind.Consultation, consultation.Id, "Torget", "/radslag/torget", committee.Id),
                [new Domain.Evidence.EvidenceSignal { Kind = Domain.Evidence.EvidenceKind.Opinion, Measure = "q.val.a", Label = "A", From = new(2026, 1, 1), To = new(2026, 1, 2), Count = 1, Denominator = 2 }],
                IsWhole: true),
            CancellationToken);

        Assert.Equal(new CutOffsPassed(0, 0), await CutOffAsync());
        _clock.Advance(TimeSpan.FromDays(27));
        var first = await CutOffAsync();
        var again = await CutOffAsync();

        Assert.Equal(new CutOffsPassed(1, 1), first);
        Assert.Equal(new CutOffsPassed(0, 0), again);
        Assert.Equal([1, 2], await Db.Set<Report>().OrderBy(r => r.Version).Select(r => r.Version).ToListAsync(CancellationToken));
    }

    private async Task StaffAsync(Guid committee)
    {
        Db.AddRange(
            new StaffMember(Guid.CreateVersion7(), "Karin", "sekreterare", "karin@exempelby.example", [new StaffRole(Role.CommitteeSecretary, committee)]),
            new StaffMember(Guid.CreateVersion7(), "Bengt", "ordförande", "bengt@exempelby.example", [new StaffRole(Role.CommitteeMember, committee), new StaffRole(Role.CommitteeChair, committee)]),
            new StaffMember(Guid.CreateVersion7(), "Siv", "ledamot", "siv@exempelby.example", [new StaffRole(Role.CommitteeMember, committee)]),
            new StaffMember(Guid.CreateVersion7(), "Annan", "sekreterare", "annan@exempelby.example", [new StaffRole(Role.CommitteeSecretary, Guid.CreateVersion7())]));
        await Db.SaveChangesAsync(CancellationToken);
    }

    /// <summary>In a unit of work of its own, as the job does it, until nobody got in between.</summary>
    private async Task RemindAsync(string director = Director)
    {
        bool more;
        do
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            var handler = ActivatorUtilities.CreateInstance<RemindCommitteesHandler>(
                scope.ServiceProvider, (TimeProvider)_clock, Options.Create(new CommitteesOptions { DirectorEmail = director }));
            more = (await handler.HandleAsync(new RemindCommitteesCommand(), CancellationToken)).Value!.More;
        }
        while (more);
    }

    private async Task<CutOffsPassed> CutOffAsync()
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var handler = ActivatorUtilities.CreateInstance<RequestAtCutOffHandler>(scope.ServiceProvider, (TimeProvider)_clock);
        return (await handler.HandleAsync(new RequestAtCutOffCommand(), CancellationToken)).Value!;
    }

    private async Task<int> MailsAsync()
    {
        var mails = (await Db.Outbox.AsNoTracking().Where(r => r.Kind == typeof(SendMail).FullName).ToListAsync(CancellationToken))
            .Select(r => JsonSerializer.Deserialize<SendMail>(r.Body)!.Key).ToList();
        Assert.Equal(mails.Count, mails.Distinct().Count());
        return mails.Count;
    }
}

using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>What follows when a rådslag of the demo has closed, by the application's own handlers: report, delivery, answer, follow-up.</summary>
internal sealed class ClosedLoop(
    AppDbContext db, ReportComposer composer, ConsultationSignals consultations, SurveySignals surveys, IEvidenceLock sources, IReportRenderer renderer,
    IPdfPrinter printer)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);
    private readonly SilentOutbox _outbox = new();

    /// <summary>Compiled without PDF, which takes a browser some seconds, and delivered.</summary>
    public async Task ReportAsync(string slug, SeedPerson officer, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // The times were moved and the box sealed behind the context's back.
        db.ChangeTracker.Clear();
        var clock = new SeedClock(at);
        var requested = Must(await new RequestReportHandler(db, _outbox, officer, clock).HandleAsync(new RequestReportCommand(slug), cancellationToken));
        await BuildAsync(requested.ReportId, clock, cancellationToken);
        Must(await new DeliverReportHandler(db, officer, clock).HandleAsync(new DeliverReportCommand(requested.ReportId), cancellationToken));
    }

    public async Task AnswerAsync(
        string slug, AnswerContent content, SeedPerson secretary, SeedPerson chair, DateTimeOffset at, Func<int, DateOnly> date, CancellationToken cancellationToken)
    {
        var consultationId = await db.Set<Domain.Consultations.Consultation>().Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync(cancellationToken);
        var themes = await db.Set<TalkTheme>().Where(t => t.ConsultationId == consultationId).ToListAsync(cancellationToken);
        await AnswerAsync(slug, content.ToText(themes, at.SwedishDate(), date), secretary, chair, at, cancellationToken);
    }

    /// <summary>Written by the secretary, approved by the chair three hours later.</summary>
    public async Task AnswerAsync(string slug, FeedbackText text, SeedPerson secretary, SeedPerson chair, DateTimeOffset at, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var desk = new FeedbackDesk(db, secretary, new SeedClock(at.AddHours(-3)));
        var written = Must(await new WriteFeedbackHandler(desk).HandleAsync(new WriteFeedbackCommand(slug, 0, text), cancellationToken));
        var sent = Must(await new SubmitFeedbackHandler(desk).HandleAsync(new SubmitFeedbackCommand(slug, written.Version), cancellationToken));
        var chairs = new FeedbackDesk(db, chair, new SeedClock(at));
        Must(await new ApproveFeedbackHandler(chairs, _outbox).HandleAsync(new ApproveFeedbackCommand(slug, sent.Version), cancellationToken));
    }

    public async Task FollowUpAsync(string slug, FollowUpContent content, SeedPerson secretary, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var feedback = await db.Set<DecisionFeedback>()
            .SingleAsync(f => db.Set<AskedDialogue>().Any(d => d.Slug == slug && d.Id == f.DialogueId), cancellationToken);
        Must(await new FollowUpFeedbackHandler(new FeedbackDesk(db, secretary, new SeedClock(at)), _outbox).HandleAsync(
            new FollowUpFeedbackCommand(
                slug, feedback.Version, feedback.Points[content.Point].Id, Enum.Parse<PointStatus>(content.Status), content.Note, ""),
            cancellationToken));
    }

    /// <summary>The application's own job may have begun on it in the same moment; then its work stands, once it is done.</summary>
    private async Task BuildAsync(Guid reportId, SeedClock clock, CancellationToken cancellationToken)
    {
        var build = new BuildReportHandler(
            db, new CollectEvidenceHandler(db, consultations, surveys, new RecordEvidenceHandler(db, sources, clock)), composer, renderer, printer, clock);
        using var timer = new PeriodicTimer(_pause);
        while (true)
        {
            var built = Must(await build.HandleAsync(new BuildReportCommand(reportId, WithPdf: false), cancellationToken));
            db.ChangeTracker.Clear();
            if (built.BuiltNow || await db.Set<Report>().AnyAsync(r => r.Id == reportId && r.State == ReportState.Ready, cancellationToken))
            {
                return;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private static T Must<T>(Result<T> result)
        where T : notnull => TorgetStep.Must(result);
}

/// <summary>The demo rådslag goes to its committee, and the committee answers, where the scenario says so.</summary>
internal sealed class TorgetLoopStep(ClosedLoop loop) : ISeedStep
{
    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var (scenario, now) = (context.Scenario, context.Now);
        if (!scenario.ReportDelivered)
        {
            return;
        }

        var content = ExempelbyContent.Read<TorgetContent>("torget.json");
        var committee = context.Committees["SBN"];
        var maria = Person(context, "Maria Demolund", committee, Role.Officer);
        await loop.ReportAsync(content.Slug, maria, scenario.At(now, Scenario.Results + 2, 10), cancellationToken);
        if (scenario.Answered)
        {
            await loop.AnswerAsync(
                content.Slug, ExempelbyContent.Read<AnswerContent>("svar.json"), Person(context, "Karin Mallberg", committee, Role.CommitteeSecretary),
                Person(context, "Bengt Exempelström", committee, Role.CommitteeMember, Role.CommitteeChair),
                scenario.At(now, scenario.Day - 2, 15), day => scenario.Date(now, day), cancellationToken);
        }
    }

    internal static SeedPerson Person(SeedContext context, string name, Guid committee, params Role[] roles) => new(
        context.Staff.TryGetValue(name, out var id) ? id : Guid.CreateVersion7(), name, StaffStep.People.FirstOrDefault(p => p.Name == name)?.Title, committee, roles);
}

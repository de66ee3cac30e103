using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="WithPdf">False where nobody waits for paper, as when demo content is made.</param>
public sealed record BuildReportCommand(Guid ReportId, bool WithPdf = true);

public sealed record ReportBuilt(bool BuiltNow);

/// <summary>
/// Compiles a report in steps whose progress is saved. Safe to run twice and in parallel: the row version lets one builder's
/// work in, and a finished report is left alone. Errors: <see cref="ReportNotFound"/>, <see cref="ReportTooEarly"/>.
/// </summary>
public sealed class BuildReportHandler(
    IAppDbContext db, ReportEvidence evidence, ReportComposer composer, IReportRenderer renderer, IPdfPrinter printer, TimeProvider clock) : IUseCase
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Result<ReportBuilt>> HandleAsync(BuildReportCommand command, CancellationToken cancellationToken)
    {
        var report = await db.Set<Report>().SingleOrDefaultAsync(r => r.Id == command.ReportId, cancellationToken);
        if (report is null)
        {
            return new ReportNotFound();
        }

        if (report.IsFinished)
        {
            return new ReportBuilt(false);
        }

        try
        {
            return await BuildAsync(report, command.WithPdf, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another builder of the same report was faster; its work stands.
            return new ReportBuilt(false);
        }
    }

    private async Task<Result<ReportBuilt>> BuildAsync(Report report, bool withPdf, CancellationToken cancellationToken)
    {
        await StepAsync(report, "report.step.answers", 10, cancellationToken);
        var consultation = await db.Set<Consultation>().AsNoTracking().SingleAsync(c => c.Id == report.ConsultationId, cancellationToken);
        var committee = await db.Set<Committee>().AsNoTracking().SingleAsync(c => c.Id == report.CommitteeId, cancellationToken);
        var result = await evidence.ResultAsync(consultation.Id, cancellationToken);
        if (result is null)
        {
            return new ReportTooEarly();
        }

        await StepAsync(report, "report.step.discussion", 30, cancellationToken);
        var talk = await evidence.DiscussionAsync(consultation.Id, cancellationToken);

        await StepAsync(report, "report.step.findings", 50, cancellationToken);
        var model = composer.Compose(report, consultation, committee.Name, result, talk);
        var article = renderer.Html(model);

        await StepAsync(report, "report.step.pdf", 70, cancellationToken);
        var pdf = withPdf ? await printer.PrintAsync(renderer.Document(model, article), cancellationToken) : null;

        db.Set<ReportFile>().Add(new ReportFile(report.Id, "html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(article)));
        db.Set<ReportFile>().Add(new ReportFile(report.Id, "csv", "text/csv; charset=utf-8", renderer.Csv(model)));
        if (pdf is not null)
        {
            db.Set<ReportFile>().Add(new ReportFile(report.Id, "pdf", "application/pdf", pdf));
        }

        report.Complete(JsonSerializer.Serialize(model, _json), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new ReportBuilt(true);
    }

    private async Task StepAsync(Report report, string step, int progress, CancellationToken cancellationToken)
    {
        report.StartStep(step, progress);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What a report is compiled from: the gate's result and the discussion.</summary>
public sealed class ReportEvidence(GetResultHandler results, ListDiscussionEvidenceHandler discussions)
{
    public async Task<ResultView?> ResultAsync(Guid consultationId, CancellationToken cancellationToken) =>
        (await results.HandleAsync(new GetResultQuery(consultationId, Audience.Report), cancellationToken)).Value;

    public async Task<DiscussionEvidence> DiscussionAsync(Guid consultationId, CancellationToken cancellationToken) =>
        (await discussions.HandleAsync(new ListDiscussionEvidenceQuery(consultationId), cancellationToken)).Value!;
}

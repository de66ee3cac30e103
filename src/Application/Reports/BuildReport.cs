using System.Text;
using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="WithPdf">False where nobody waits for paper, as when demo content is made.</param>
public sealed record BuildReportCommand(Guid ReportId, bool WithPdf = true);

public sealed record ReportBuilt(bool BuiltNow);

/// <summary>
/// Compiles a report in steps, each saved when it is done: evidence into the ledger, content, files, paper. A build that was broken off goes
/// on after the last step that was saved, from the same evidence, and gives the same bytes. Safe to run twice and in parallel: the row
/// version lets one builder's work in, and a finished report is left alone. Errors: <see cref="ReportNotFound"/>, <see cref="ReportTooEarly"/>,
/// those of <see cref="CollectEvidenceHandler"/>.
/// </summary>
public sealed class BuildReportHandler(
    IAppDbContext db, CollectEvidenceHandler collect, ReportComposer composer, IReportRenderer renderer, IPdfPrinter printer, TimeProvider clock) : IUseCase
{
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

        var version = report.RowVersion;
        try
        {
            return await BuildAsync(report, command.WithPdf, cancellationToken);
        }
        catch (DbUpdateException error)
        {
            // Another builder of the same report was faster; its work stands. Anything else is tried again by the job, also when a source was withdrawn
            // meanwhile: nobody else builds the report then.
            if (await HasMovedAsync(report, version, cancellationToken) is { } moved ? moved : error is DbUpdateConcurrencyException)
            {
                return new ReportBuilt(false);
            }

            throw;
        }
    }

    private async Task<Result<ReportBuilt>> BuildAsync(Report report, bool withPdf, CancellationToken cancellationToken)
    {
        if (report.CutOff is null)
        {
            await StepAsync(report, "report.step.answers", 10, cancellationToken);
            var collected = await collect.HandleAsync(new CollectEvidenceCommand(report.DialogueId), cancellationToken);
            if (!collected.IsSuccess)
            {
                return collected.Error;
            }

            report.Collected(clock.GetUtcNow());
        }

        var model = report.Model is { } kept ? JsonSerializer.Deserialize<ReportModel>(kept)! : await ComposeAsync(report, cancellationToken);
        var article = await FilesAsync(report, model, cancellationToken);
        await StepAsync(report, "report.step.pdf", 70, cancellationToken);
        var pdf = withPdf ? await printer.PrintAsync(renderer.Document(model, article), model.CutOff, cancellationToken) : null;
        if (pdf is not null)
        {
            db.Set<ReportFile>().Add(new ReportFile(report.Id, "pdf", "application/pdf", pdf));
        }

        await MarkStaleAsync(report, cancellationToken);
        report.Complete(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new ReportBuilt(true);
    }

    /// <summary>A source that was withdrawn while the report was written, before anybody could see that it rests on it.</summary>
    private async Task MarkStaleAsync(Report report, CancellationToken cancellationToken)
    {
        var gone = await db.Set<ReportEvidence>().Where(e => e.ReportId == report.Id)
            .Join(db.Set<EvidenceRow>().Where(r => r.WithdrawnAt != null), e => e.RowId, r => r.Id, (e, r) => r.WithdrawnWhy).FirstOrDefaultAsync(cancellationToken);
        if (gone is not null)
        {
            report.MarkStale(gone, clock.GetUtcNow());
        }
    }

    private async Task<ReportModel> ComposeAsync(Report report, CancellationToken cancellationToken)
    {
        await StepAsync(report, "report.step.findings", 30, cancellationToken);
        var model = await composer.ComposeAsync(report, cancellationToken);
        report.Compose(ReportFiles.Json(model));
        db.Set<ReportEvidence>().AddRange(model.Figures.SelectMany(f => f.Rows.Concat(f.Of)).Distinct().Select(row => new ReportEvidence(report.Id, row)));
        await StepAsync(report, "report.step.files", 50, cancellationToken);
        return model;
    }

    private async Task<string> FilesAsync(Report report, ReportModel model, CancellationToken cancellationToken)
    {
        var stored = await db.Set<ReportFile>().SingleOrDefaultAsync(f => f.ReportId == report.Id && f.Format == "html", cancellationToken);
        if (stored is not null)
        {
            return Encoding.UTF8.GetString(stored.Bytes);
        }

        var files = ReportFiles.Of(report.Id, model, renderer);
        db.Set<ReportFile>().AddRange(files);
        return Encoding.UTF8.GetString(files[0].Bytes);
    }

    private async Task StepAsync(Report report, string step, int progress, CancellationToken cancellationToken)
    {
        report.StartStep(step, progress);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether another builder has done something; false when the report was marked as stale by somebody who builds nothing; null when nothing has moved.</summary>
    private async Task<bool?> HasMovedAsync(Report report, uint version, CancellationToken cancellationToken)
    {
        var now = await db.Set<Report>().AsNoTracking().Where(r => r.Id == report.Id).Select(r => new { r.RowVersion, r.StaleAt, r.State }).SingleAsync(cancellationToken);
        return now.StaleAt is not null && report.StaleAt is null && now.State is ReportState.Requested or ReportState.Building ? false
            : now.RowVersion != report.RowVersion && now.RowVersion != version ? true
            : null;
    }
}

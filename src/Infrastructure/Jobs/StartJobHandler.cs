using Hangfire;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Draws;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Application.Frames;
using Medborgardialog.Application.Promises;
using Medborgardialog.Application.Reports;
using Medborgardialog.Application.Sends;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Queues after the commit what the unit of work asked for.</summary>
internal sealed class StartJobHandler(IBackgroundJobClient jobs) : IOutboxHandler<StartJob>
{
    public Task HandleAsync(StartJob message, CancellationToken cancellationToken)
    {
        switch (message.Job)
        {
            case RequestReportHandler.Job:
                jobs.Enqueue<ReportJob>(job => job.ExecuteAsync(message.Id, null, CancellationToken.None));
                return Task.CompletedTask;
            case TellFollowersHandler.Job:
                jobs.Enqueue<TellFollowersJob>(job => job.ExecuteAsync(message.Id, CancellationToken.None));
                return Task.CompletedTask;
            case ImportFrameHandler.Job:
                jobs.Enqueue<FrameImportJob>(job => job.ExecuteAsync(message.Id, null, CancellationToken.None));
                return Task.CompletedTask;
            case ImportEvidenceHandler.Job:
                jobs.Enqueue<EvidenceImportJob>(job => job.ExecuteAsync(message.Id, null, CancellationToken.None));
                return Task.CompletedTask;
            case IssueCodesHandler.Job:
                jobs.Enqueue<LettersJob>(job => job.ExecuteAsync(message.Id, null, CancellationToken.None));
                return Task.CompletedTask;
            case StartDrawHandler.Job:
                jobs.Enqueue<DrawJob>(job => job.ExecuteAsync(message.Id, null, CancellationToken.None));
                return Task.CompletedTask;
            case StartDueSendsHandler.Job:
                jobs.Enqueue<SendJob>(job => job.ExecuteAsync(message.Id, CancellationToken.None));
                return Task.CompletedTask;
            case RecordPromiseHandler.Job:
                jobs.Enqueue<PromiseJob>(job => job.ExecuteAsync(message.Id, CancellationToken.None));
                return Task.CompletedTask;
            default:
                throw new InvalidOperationException($"There is no job named {message.Job}.");
        }
    }
}

using Medborgardialog.Application.Panels;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Terms, renewals and free seats of the panels. Every morning, and may run twice.</summary>
internal sealed class PanelsJob(PassTimeHandler pass)
{
    public Task ExecuteAsync(CancellationToken cancellationToken) => pass.HandleAsync(new PassTimeCommand(), cancellationToken);
}

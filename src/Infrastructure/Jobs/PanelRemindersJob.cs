using Medborgardialog.Application.Panels;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Members who asked to be reminded. Every hour, and may run twice.</summary>
internal sealed class PanelRemindersJob(RemindMembersHandler remind)
{
    public Task ExecuteAsync(CancellationToken cancellationToken) => remind.HandleAsync(new RemindMembersCommand(), cancellationToken);
}

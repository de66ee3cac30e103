using Medborgardialog.Application.Themes;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Copies of texts whose source is gone. May run twice.</summary>
internal sealed class GoneSourcesJob(RemoveGoneSourcesHandler remove)
{
    public Task ExecuteAsync(CancellationToken cancellationToken) => remove.HandleAsync(new RemoveGoneSourcesCommand(), cancellationToken);
}

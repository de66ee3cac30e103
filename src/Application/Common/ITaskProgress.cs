namespace Medborgardialog.Application.Common;

/// <summary>How far a <c>LongTask</c> has come. Written at once and past the unit of work, so that those who wait see it before the commit.</summary>
public interface ITaskProgress
{
    /// <param name="messageCode">Resource key of the step under way.</param>
    /// <param name="done">Of <paramref name="total"/>.</param>
    Task ReportAsync(Guid taskId, string messageCode, int done, int total, CancellationToken cancellationToken);

    /// <summary>Ends the task as failed. Does nothing to one that has ended.</summary>
    /// <param name="messageCode">Resource key of the reason.</param>
    Task FailAsync(Guid taskId, string messageCode, CancellationToken cancellationToken);
}

namespace Medborgardialog.Application.Common;

/// <summary>
/// Marks a handler: one action, one file, one public method
/// <c>HandleAsync(command or query, CancellationToken)</c>. Registered by scanning this assembly.
/// </summary>
public interface IUseCase;

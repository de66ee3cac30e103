namespace Medborgardialog.Application.Consultations;

/// <param name="Id">The staff member's id.</param>
/// <param name="Name">Full name and title.</param>
public sealed record ModeratorChoice(Guid Id, string Name);

/// <summary>Who can be appointed to moderate: active staff with the role, by name.</summary>
public interface IModeratorDirectory
{
    Task<IReadOnlyList<ModeratorChoice>> ListAsync(CancellationToken cancellationToken);
}

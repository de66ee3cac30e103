namespace Medborgardialog.Application.Identity;

/// <summary>In which ways residents can show who they are in this installation.</summary>
public interface ISignInWays
{
    /// <summary>A provider of e-ID is configured. Where there is none, nobody could answer what asks for one.</summary>
    bool HasEId { get; }
}

/// <summary>By e-mail alone: what holds until something else is registered.</summary>
public sealed class EmailAlone : ISignInWays
{
    public bool HasEId => false;
}

namespace Medborgardialog.Domain.Panels;

/// <summary>
/// How often a person is asked at most in a calendar quarter, whoever asks (L9). Each panel has promised its members something; whoever is
/// in several is held to the lowest of the promises, counted over all of them.
/// </summary>
public static class InvitationBudget
{
    /// <param name="asked">Invitations in the quarter so far, in all panels.</param>
    /// <param name="caps">What each of the person's panels has promised, at least one.</param>
    public static bool Allows(int asked, IEnumerable<int> caps) => asked < caps.Min();
}

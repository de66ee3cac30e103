namespace Medborgardialog.Application.Panels;

/// <summary>How one wave has gone. Whole counts of the wave alone; nothing of groups or of what anybody answered.</summary>
/// <param name="Asked">Members who were invited.</param>
/// <param name="Answered">Of them, those who have taken part.</param>
/// <param name="LeftSince">Of them, those who are no members any more.</param>
public sealed record WaveCounts(int Number, int Asked, int Answered, int LeftSince);

/// <summary>Who of a panel's asked members have taken part, counted in the database (L10). Never reads what anybody answered.</summary>
public interface IWaveParticipation
{
    /// <summary>One statement. In the order of the waves; a wave that nobody was asked in has zeros.</summary>
    Task<IReadOnlyList<WaveCounts>> CountAsync(Guid panelId, CancellationToken cancellationToken);

    /// <summary>Of some people, each on the list of one wave's survey, those who have taken part. One statement, however many they are.</summary>
    Task<IReadOnlySet<Guid>> WhoHasAnsweredAsync(IReadOnlyCollection<(Guid SurveyId, Guid PersonId)> people, CancellationToken cancellationToken);
}

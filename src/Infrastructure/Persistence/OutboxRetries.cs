namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>
/// How long an outbox row waits between tries: 5, 25, 125 and 625 seconds, then an hour at a time. A mail server that is away over a
/// long weekend loses nothing.
/// </summary>
internal static class OutboxRetries
{
    /// <summary>Tries in all: four days of them.</summary>
    public const int Most = 100;

    private const int Factor = 5;
    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    /// <param name="tries">Tries made, 1 or more.</param>
    public static TimeSpan WaitAfter(int tries) =>
        tries >= Factor ? _longest : TimeSpan.FromSeconds(Math.Pow(Factor, tries));
}

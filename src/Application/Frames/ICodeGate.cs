namespace Medborgardialog.Application.Frames;

/// <summary>What the counters say of a try.</summary>
/// <param name="Locked">The selector has had its wrong tries; not even the right secret opens it now.</param>
/// <param name="Strict">A dialogue is being guessed at: whoever has guessed wrong in the last hour is to wait.</param>
public sealed record CodeTurn(bool Locked, bool Strict);

/// <summary>
/// Counts tries at codes (trust T06), for all nodes together and whether the selector is known or not, so that the answer to a guess says
/// nothing about what is issued. Holds no person and no network.
/// </summary>
public interface ICodeGate
{
    /// <summary>Takes one of the selector's tries, before it is known whether it is right, so that many at once get no more than that.</summary>
    Task<CodeTurn> TakeAsync(string selector, CancellationToken cancellationToken);

    /// <summary>It was wrong.</summary>
    /// <param name="dialogueId">Whose code has that selector, or null for nobody's.</param>
    Task WrongAsync(Guid? dialogueId, CancellationToken cancellationToken);

    /// <summary>It was right: the selector's earlier tries are forgotten.</summary>
    Task RightAsync(string selector, CancellationToken cancellationToken);
}

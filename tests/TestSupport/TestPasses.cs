using Medborgardialog.Application.Ballots;

namespace Medborgardialog.TestSupport;

/// <summary>The passes of whoever asks, in memory.</summary>
public sealed class TestPasses : IAnswerPasses
{
    private readonly Dictionary<Guid, AnswerPass> _held = [];

    public AnswerPass? Find(Guid dialogueId) => _held.GetValueOrDefault(dialogueId);

    public void Give(Guid dialogueId, AnswerPass pass) => _held[dialogueId] = pass;

    public void Forget(Guid dialogueId) => _held.Remove(dialogueId);
}

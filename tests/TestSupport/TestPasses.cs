using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.TestSupport;

/// <summary>The passes of whoever asks, in memory.</summary>
public sealed class TestPasses : IAnswerPasses
{
    private readonly Dictionary<Guid, AnswerPass> _held = [];

    public AnswerPass? Find(Guid dialogueId) => _held.GetValueOrDefault(dialogueId);

    public void Give(Guid dialogueId, AnswerPass pass) => _held[dialogueId] = pass;

    public void Forget(Guid dialogueId) => _held.Remove(dialogueId);

    public void Forget(AnswerDoor door)
    {
        foreach (var dialogue in _held.Where(p => p.Value.Door == door).Select(p => p.Key).ToList())
        {
            _held.Remove(dialogue);
        }
    }
}

using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Consultations;

/// <summary>What is kept in memory of published dialogues, for the hot paths.</summary>
public interface IPublishedCopies
{
    /// <summary>Forgets what was kept, after an official's change on this node. Other nodes follow within five seconds.</summary>
    void Forget(DialogueSlug dialogue);
}

using Medborgardialog.Domain.Ideas;

namespace Medborgardialog.Application.Ideas;

/// <summary>An idea that everyone can read already.</summary>
public sealed record SimilarIdea(int Number, string Title, IdeaStep Step)
{
    public string Path => IdeaAddress.Path(Title, Number);
}

/// <summary>Searches what residents have sent before, in Swedish: by stems, so that "bänk" finds "bänkarna".</summary>
public interface ISimilarIdeas
{
    /// <summary>Shown ideas that have a word of <paramref name="title"/> in common, those most like both texts first; empty when nothing is like it.</summary>
    /// <param name="most">How many at most.</param>
    Task<IReadOnlyList<SimilarIdea>> FindAsync(string title, string text, int most, CancellationToken cancellationToken);
}

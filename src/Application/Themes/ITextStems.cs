namespace Medborgardialog.Application.Themes;

/// <summary>Word stems of texts, by the rules of their language.</summary>
public interface ITextStems
{
    /// <param name="texts">Texts, each with its language (BCP 47). Without rules for the language, words are only made lower-case.</param>
    /// <returns>For each text in its place the different stems, stop words left out; numbers and words of one letter are not among them.</returns>
    Task<IReadOnlyList<IReadOnlyList<string>>> OfAsync(IReadOnlyList<(string Text, string Language)> texts, CancellationToken cancellationToken);
}

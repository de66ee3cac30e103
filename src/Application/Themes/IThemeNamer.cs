namespace Medborgardialog.Application.Themes;

/// <summary>A text that a name is proposed for.</summary>
/// <param name="Number">See <c>CodingInput.Number</c>.</param>
public sealed record TextToName(int Number, string Text);

/// <param name="Name">1 to 60 characters.</param>
/// <param name="Numbers">Texts that it builds on: at least one, and none that was not given.</param>
public sealed record ProposedName(string Name, IReadOnlyList<int> Numbers);

/// <summary>
/// May propose what a group of texts could be called, and nothing else: a person writes the theme, with their name on it. No implementation comes with the
/// product; where none is registered the pages do not speak of it. An implementation that sends texts to somebody else needs a legal ground for that.
/// </summary>
public interface IThemeNamer
{
    /// <summary>What the proposals are said to come from, for example "Språkmodellen i kommunens egen drift".</summary>
    string ShownAs { get; }

    /// <summary>Null when it has nothing to propose. What does not cite its texts is not shown.</summary>
    Task<ProposedName?> ProposeAsync(IReadOnlyList<TextToName> texts, CancellationToken cancellationToken);
}

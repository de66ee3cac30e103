using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

/// <summary>A worked-out alternative. All options of a rådslag answer the same aspects (K1).</summary>
public sealed class Option : Entity
{
    private Option()
    {
    }

    internal Option(Guid consultationId, string letter)
    {
        ConsultationId = consultationId;
        Letter = letter;
    }

    public Guid ConsultationId { get; private set; }

    /// <summary>"A", "B", "C" … in the order shown.</summary>
    public string Letter { get; private set; } = "";

    /// <summary>Name without the letter, at most 80 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The idea in one or two sentences, at most 400 characters.</summary>
    public string Idea { get; private set; } = "";

    /// <summary>Longer description in the Markdown subset, may be empty.</summary>
    public string Description { get; private set; } = "";

    /// <summary>One line below the choice in the answer flow, at most 120 characters.</summary>
    public string ShortHint { get; private set; } = "";

    /// <summary>Consequences in the order of the aspect names of the consultation; an empty text means not assessed yet.</summary>
    public IReadOnlyList<string> Aspects { get; private set; } = [];

    /// <summary>The picture, if one has been uploaded.</summary>
    public Guid? PictureId { get; private set; }

    /// <summary>What the picture shows, for those who do not see it. Required when there is a picture.</summary>
    public string PictureText { get; private set; } = "";

    internal void Describe(OptionText text)
    {
        Name = text.Name.Trim();
        Idea = text.Idea.Trim();
        Description = text.Description.Trim();
        ShortHint = text.ShortHint.Trim();
        PictureText = text.PictureText.Trim();
        Aspects = [.. text.Aspects.Select(a => a.Trim())];
    }

    internal void SetPicture(Guid pictureId) => PictureId = pictureId;

    internal void SetLetter(string letter) => Letter = letter;
}

/// <summary>What an officer writes about an option. <paramref name="Aspects"/> follows the order of the consultation's aspect names.</summary>
public sealed record OptionText(
    string Name, string Idea, string Description, string ShortHint, string PictureText, IReadOnlyList<string> Aspects);

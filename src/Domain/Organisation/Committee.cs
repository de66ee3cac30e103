using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Organisation;

/// <summary>A committee (nämnd): owns dialogues, is asked, and has to answer.</summary>
public sealed class Committee : Entity
{
    private Committee()
    {
    }

    /// <param name="slug">Lower-case address part, for example <c>samhallsbyggnadsnamnden</c>.</param>
    /// <param name="name">Full name, for example "Samhällsbyggnadsnämnden".</param>
    /// <param name="shortName">Abbreviation used in report numbers, 2 to 6 letters, for example "SBN".</param>
    public Committee(string slug, string name, string shortName)
    {
        Slug = slug;
        Name = name;
        ShortName = shortName;
    }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    /// <summary>Meeting days, first to last. The promised answer date must not come before the next meeting.</summary>
    public IReadOnlyList<DateOnly> Meetings { get; private set; } = [];

    public void SetMeetings(IEnumerable<DateOnly> days) => Meetings = [.. days.Order()];
}

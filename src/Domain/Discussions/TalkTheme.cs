using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Discussions;

/// <summary>What the conversation is about, in the officers' words. The committee answers theme by theme.</summary>
public sealed class TalkTheme : Entity
{
    public const int MaxName = 60;

    private TalkTheme()
    {
    }

    private TalkTheme(Guid consultationId, string name, int order)
    {
        ConsultationId = consultationId;
        Name = name;
        Order = order;
    }

    public Guid ConsultationId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Position in lists, from 0.</summary>
    public int Order { get; private set; }

    /// <summary>1 to 60 characters, else <see cref="ThemeNameWrong"/>.</summary>
    public static Result<TalkTheme> Create(Guid consultationId, string name, int order)
    {
        var clean = name.Trim();
        return clean.Length is 0 or > MaxName ? new ThemeNameWrong() : new TalkTheme(consultationId, clean, order);
    }
}

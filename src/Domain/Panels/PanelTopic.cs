using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Panels;

/// <summary>Something that the members of a youth panel talk about. Officers open it; everything in it is read before it is shown (L6).</summary>
public sealed class PanelTopic : Entity
{
    public const int LongestTitle = 60;

    private PanelTopic()
    {
    }

    public Guid PanelId { get; private set; }

    /// <summary>1, 2, 3 … within the panel. Part of the address.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Where ideas are told, each with how far it has come (F5).</summary>
    public bool IsForIdeas { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary><see cref="TopicTitleWrong"/>.</summary>
    public static Result<PanelTopic> Open(Guid panelId, int number, string title, bool isForIdeas, DateTimeOffset now) =>
        title.Trim().Length is 0 or > LongestTitle
            ? new TopicTitleWrong(LongestTitle)
            : new PanelTopic { PanelId = panelId, Number = number, Title = title.Trim(), IsForIdeas = isForIdeas, OpenedAt = now };
}

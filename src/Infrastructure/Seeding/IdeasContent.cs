namespace Medborgardialog.Infrastructure.Seeding;

internal sealed record IdeasContent(IReadOnlyList<IdeaContent> Ideas);

/// <param name="Committee">Short name; null for none.</param>
/// <param name="ShownAfter">Days after it was sent; null while nobody has read it.</param>
internal sealed record IdeaContent(
    string Title, string Text, string Place, string Author, bool MayName, string? Committee, int DaysAgo, int? ShownAfter, int Supports, IReadOnlyList<IdeaEntryContent> Entries);

/// <param name="Decision">Name of an <c>IdeaDecision</c>.</param>
/// <param name="Next">Days after it until the next day that is promised; null where it ends.</param>
internal sealed record IdeaEntryContent(
    int Step, int DaysAgo, int? Next, string Role, string Words, string For = "", string Against = "", string Outside = "", string Use = "", string Cost = "", string Responsible = "",
    string? Decision = null);

using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>A finished dialogue of the demo, from <c>Exempelby/arkiv.json</c>.</summary>
/// <param name="OpenedDaysAgo">Counted from the day of the seeding; every other day of it is counted from this one.</param>
/// <param name="Result">Answers per option and, last, for none of them.</param>
/// <param name="PromiseVotes">How many say that the promise was kept, in part, not; null where nothing has fallen due.</param>
internal sealed record ArchiveContent(
    string Slug, string Title, string ShortTitle, string Committee, string Secretary, string Chair, int OpenedDaysAgo, string Summary, string Background,
    IReadOnlyList<string> CanInfluence, IReadOnlyList<string> AlreadyDecided, IReadOnlyList<string> Aspects, IReadOnlyList<ArchivedOption> Options,
    string Question, IReadOnlyList<int> Result, SecondQuestion? Second, IReadOnlyList<string> Themes, IReadOnlyList<ArchivedPost> Posts, string Reply,
    AnswerContent Answer, int AnsweredDay, IReadOnlyList<int>? PromiseVotes = null)
{
    public const int AnswersOpen = 7;
    public const int Closes = 35;
    public const int Results = 37;
    public const int Delivered = 50;
    public const int Promised = 150;

    public DateOnly Date(DateTimeOffset now, int day) => now.SwedishDate().AddDays(day - OpenedDaysAgo);

    public DateTimeOffset At(DateTimeOffset now, int day, int hour, int minute = 0) =>
        SwedishTime.ToInstant(Date(now, day).ToDateTime(new TimeOnly(hour, minute))) ?? At(now, day, hour + 1, minute);
}

internal sealed record ArchivedOption(string Name, string Idea, IReadOnlyList<string> Aspects);

internal sealed record SecondQuestion(string Text, IReadOnlyList<string> Choices, IReadOnlyList<int> Counts);

internal sealed record ArchivedPost(string Theme, string Author, int Day, string Time, string Text, int Good);

/// <summary>What a committee of the demo answers.</summary>
internal sealed record AnswerContent(
    string Summary, bool Changed, string ChangedWhat, string Reservations, string Paragraph, string RegistrationNumber,
    IReadOnlyList<PointContent> Points, IReadOnlyList<FollowUpContent> FollowUps)
{
    /// <param name="themes">Of the discussion; a point names one, or is the committee's own.</param>
    /// <param name="date">Day of the demo as a date.</param>
    public FeedbackText ToText(IReadOnlyList<TalkTheme> themes, DateOnly meeting, Func<int, DateOnly> date) => new(
        [
            .. Points.Select(p => new FeedbackPoint(
                Guid.CreateVersion7(), themes.FirstOrDefault(t => t.Name == p.Theme)?.Id, p.Heading, p.YouSaid, Enum.Parse<CommitteeDecision>(p.Decision),
                p.WeDo, p.Why, p.WhenDay is { } day ? date(day).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("sv-SE")) : p.When ?? "", p.Responsible)),
        ],
        Summary, Changed, ChangedWhat, Reservations, meeting, Paragraph, RegistrationNumber);
}

/// <param name="When">In words, or <paramref name="WhenDay"/> as a day of the demo, of which month and year are shown.</param>
internal sealed record PointContent(
    string? Theme, string Heading, string YouSaid, string Decision, string WeDo, string Why, string? When, int? WhenDay, string Responsible);

internal sealed record FollowUpContent(int Point, string Status, string Note, int Day);

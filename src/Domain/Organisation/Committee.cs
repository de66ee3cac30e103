using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence.Measures;

namespace Medborgardialog.Domain.Organisation;

/// <summary>A committee (nämnd): owns dialogues, is asked, and has to answer.</summary>
public sealed class Committee : Entity
{
    public const int MostMeetings = 60;

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

    /// <summary>How long before a meeting its papers and reports must be ready, where the committee has decided it; null for <see cref="MeetingLead.Usual"/>.</summary>
    public MeetingLead? OwnLead { get; private set; }

    public MeetingLead Lead => OwnLead ?? MeetingLead.Usual;

    public void SetMeetings(IEnumerable<DateOnly> days) => Meetings = [.. days.Distinct().Order()];

    /// <summary>
    /// The secretary's calendar. Meetings that have been are left as they are. Errors: <see cref="MeetingsTooMany"/>, <see cref="MeetingHasBeen"/> (a day before
    /// <paramref name="today"/> that was not a meeting), <see cref="MeetingLeadWrong"/>.
    /// </summary>
    public Result<Done> PlanMeetings(IReadOnlyCollection<DateOnly> days, MeetingLead lead, DateOnly today)
    {
        var been = Meetings.Where(d => d < today).ToList();
        if (days.FirstOrDefault(d => d < today && !been.Contains(d)) is var wrong && wrong != default)
        {
            return new MeetingHasBeen(wrong);
        }

        if (days.Count > MostMeetings)
        {
            return new MeetingsTooMany(MostMeetings);
        }

        var reckoned = MeetingSchedule.Backwards(today, lead);
        if (!reckoned.IsSuccess)
        {
            return reckoned.Error;
        }

        SetMeetings(been.Concat(days));
        OwnLead = lead;
        return Done.Value;
    }
}

using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Panels;

/// <summary>A standing group that is asked again and again, and told each time what came of it (L1–L6).</summary>
public sealed class Panel : Entity
{
    /// <summary>Most questions of a youth wave (ux D24).</summary>
    public const int MostYouthQuestions = 8;

    private Panel()
    {
    }

    /// <param name="slug">Address part, lower-case a–z, 0–9 and hyphens.</param>
    public Panel(string slug, PanelKind kind, Guid committeeId, Guid programmeId, Guid createdBy, DateTimeOffset now)
    {
        (Slug, Kind, CommitteeId, ProgrammeId, CreatedBy, CreatedAt) = (slug, kind, committeeId, programmeId, createdBy, now);
        State = PanelState.Draft;
    }

    public string Slug { get; private set; } = "";

    public PanelKind Kind { get; private set; }

    /// <summary>The committee that owns it and answers.</summary>
    public Guid CommitteeId { get; private set; }

    /// <summary>Its waves are the editions of one programme, so that they can be compared.</summary>
    public Guid ProgrammeId { get; private set; }

    public PanelState State { get; private set; }

    public PanelSettings Settings { get; private set; } = null!;

    /// <summary>Version of the terms, from 1; grows with each change of them.</summary>
    public int ConsentVersion { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Row version (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }

    public bool IsYouth => Kind == PanelKind.Youth;

    /// <summary>Those who are not officers know of it.</summary>
    public bool IsPublic => State != PanelState.Draft;

    /// <summary>
    /// What may be said of others than the members. Only a panel that was drawn at random and that nobody can join by themselves is a
    /// sample (decision 17).
    /// </summary>
    public SampleDesign Design => Settings.Recruitment == Recruitment.Draw ? SampleDesign.ProbabilitySample : SampleDesign.Open;

    /// <summary>Nobody joins by themselves: there would be a line that leads nowhere.</summary>
    public bool IsOnlyByLetter => Settings.Recruitment == Recruitment.Draw;

    /// <summary>
    /// <see cref="PanelSettingsWrong"/> for the first that is missing or impossible, <see cref="MembersChoseThemselves"/> where a panel that has been
    /// open to those who wanted to join is to be called drawn: its members would become a sample by a setting.
    /// </summary>
    public Result<Done> Write(PanelSettings settings)
    {
        if (settings.Fault(Kind) is { } wrong)
        {
            return wrong;
        }

        if (IsPublic && settings.Recruitment == Recruitment.Draw && Settings.Recruitment != Recruitment.Draw)
        {
            return new MembersChoseThemselves();
        }

        if (Settings is null || !settings.Consent.SequenceEqual(Settings.Consent))
        {
            ConsentVersion++;
        }

        Settings = settings;
        return Done.Value;
    }

    public void Turn(PanelState state) => State = state;

    /// <summary>
    /// Whether somebody of that age may be asked in at all: <see cref="AgeWrong"/>, <see cref="TooYoung"/>, <see cref="TooOld"/>.
    /// </summary>
    public Result<Done> Admits(int age) => age switch
    {
        < 1 or > 120 => new AgeWrong(),
        _ when age < Settings.Youngest => new TooYoung(Settings.Youngest),
        _ when age > Settings.Oldest => new TooOld(Settings.Oldest.Value),
        _ => Done.Value,
    };

    public bool NeedsGuardian(int age) => age < Settings.GuardianBelow;

    /// <summary>Whether a new member begins at once or waits in line.</summary>
    /// <param name="active">Members now.</param>
    /// <param name="wasDrawn">Came with a code from a letter.</param>
    public bool HasRoom(int active, bool wasDrawn) =>
        State == PanelState.Open && (Settings.Seats is not { } seats || active < seats) && (wasDrawn || Settings.Recruitment != Recruitment.Draw);

    /// <summary>The last day of a term that begins on <paramref name="day"/>.</summary>
    public DateOnly TermFrom(DateOnly day) => day.AddMonths(Settings.TermMonths);

    /// <summary>Name of the age group, as results are broken down by it; empty without such a stratum.</summary>
    public string AgeGroupOf(int age) =>
        Settings.Strata.FirstOrDefault(s => s.Key == PanelStratum.Age)?.Categories
            .FirstOrDefault(c => Frames.AgeBand.Parse(c.Name)?.Holds(age) == true)?.Name ?? "";
}

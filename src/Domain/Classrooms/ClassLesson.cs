using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Classrooms;

/// <summary>A pupil as the list has them, and whether they were there. No key: they are found by their place in the list.</summary>
/// <param name="Name">"Förnamn E", or a number; at most <see cref="LongestName"/> characters.</param>
public sealed record ClassPupil(string Name, bool Present = false)
{
    public const int LongestName = 40;
}

/// <summary>
/// A lesson in which a class answers a survey. The list of pupils with who was there is one value that is written as a whole: no pupil has
/// a row, so none has a key, a transaction or a place in the table that an answer could be laid beside. Nothing here says how many have
/// answered, and no answer says which class it came from (ADR 0029).
/// </summary>
public sealed partial class ClassLesson : Entity
{
    public const int LongestName = 40;
    public const int MostPupils = 100;

    /// <summary>Fewer than so many hide nobody among themselves (trust 2.3, the floor of K).</summary>
    public const int FewestToHide = 5;

    /// <summary>A school day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private ClassLesson()
    {
    }

    private ClassLesson(Guid surveyId, string name, DateOnly day, IReadOnlyList<ClassPupil> pupils, Guid createdBy, DateTimeOffset now)
    {
        SurveyId = surveyId;
        Name = name;
        Day = day;
        Pupils = pupils;
        Code = ClassCode.New().Symbols;
        CreatedBy = createdBy;
        CreatedAt = now;
    }

    public Guid SurveyId { get; private set; }

    /// <summary>Of the class, for example "7A".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Swedish date on which the lesson is planned.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Empty when they have been erased.</summary>
    public IReadOnlyList<ClassPupil> Pupils { get; private set; } = [];

    /// <summary>8 symbols, see <see cref="ClassCode"/>; null when it has been erased.</summary>
    public string? Code { get; private set; }

    /// <summary>SHA-256 of the 128 random bits in the teacher's link; null before it is made and when it has been erased.</summary>
    public byte[]? TeacherKeyHash { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>First instant at which the code opens nothing, whatever the teacher does.</summary>
    public DateTimeOffset? OpenUntil { get; private set; }

    /// <summary>When the teacher closed it; null while it is open and before.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The teacher has ticked who is there.</summary>
    public bool IsTicked { get; private set; }

    /// <summary>Devices that may come in: as many as are ticked, before that as many as stand on the list.</summary>
    public int Places { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public bool IsErased => Code is null;

    /// <summary>In the order of the list; empty until somebody has been ticked.</summary>
    public IReadOnlyList<ClassPupil> Absent => IsTicked ? [.. Pupils.Where(p => !p.Present)] : [];

    public bool IsOpenAt(DateTimeOffset now) => OpenUntil is { } until && ClosedAt is null && now < until;

    /// <summary>It has been open and is not any more.</summary>
    public bool HasEndedAt(DateTimeOffset now) => OpenedAt is not null && !IsOpenAt(now);

    /// <summary>A planned lesson with its code. Errors: <see cref="ClassNameWrong"/>, <see cref="PupilsMissing"/>, and those of <see cref="ReadList"/>.</summary>
    /// <param name="list">One pupil a line; may be empty.</param>
    /// <param name="number">How many they are, where there is no list: they are then called 1, 2, 3 …</param>
    public static Result<ClassLesson> Plan(Guid surveyId, string name, DateOnly day, string list, int? number, Guid createdBy, DateTimeOffset now)
    {
        name = PlainText.Clean(name);
        if (name.Length is 0 or > LongestName)
        {
            return new ClassNameWrong();
        }

        var read = ReadList(list);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var pupils = read.Value.Count > 0 || number is null or < 1 or > MostPupils
            ? read.Value
            : [.. Enumerable.Range(1, number.Value).Select(n => new ClassPupil($"{n}"))];
        return pupils.Count is 0 or > MostPupils ? new PupilsMissing() : new ClassLesson(surveyId, name, day, pupils, createdBy, now) { Places = pupils.Count };
    }

    /// <summary>One pupil a line, empty lines left out. <see cref="PupilNameTooLong"/>, <see cref="PupilNumberRefused"/>.</summary>
    public static Result<IReadOnlyList<ClassPupil>> ReadList(string list)
    {
        var lines = PlainText.Clean(list).Split('\n', StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > ClassPupil.LongestName)
            {
                return new PupilNameTooLong(i + 1);
            }

            if (PersonalNumber().IsMatch(lines[i]))
            {
                return new PupilNumberRefused(i + 1);
            }
        }

        return lines.Where(l => l.Length > 0).Select(l => new ClassPupil(l)).ToList();
    }

    /// <summary>A new link for the teacher; the one before ends. <see cref="LessonOver"/> when the list has been erased.</summary>
    /// <param name="key">The 128 random bits in the link.</param>
    public Result<Done> GiveTeacher(byte[] key)
    {
        if (IsErased)
        {
            return new LessonOver();
        }

        TeacherKeyHash = SHA256.HashData(key);
        return Done.Value;
    }

    /// <summary>
    /// Lets pupils in until <paramref name="dayEnds"/>, the survey closes or <see cref="Longest"/> has passed. May be opened again the same day.
    /// <see cref="LessonOver"/>.
    /// </summary>
    /// <param name="dayEnds">End of the Swedish day.</param>
    public Result<Done> Open(DateTimeOffset now, DateTimeOffset dayEnds, DateTimeOffset surveyCloses)
    {
        if (IsErased || now >= surveyCloses || OpenedAt is not null && OpenUntil <= now)
        {
            return new LessonOver();
        }

        OpenUntil ??= new[] { now + Longest, dayEnds, surveyCloses }.Min();
        OpenedAt ??= now;
        ClosedAt = null;
        return Done.Value;
    }

    public void Close(DateTimeOffset now) => ClosedAt = IsOpenAt(now) ? now : ClosedAt;

    /// <summary>Who is there, by place in the list from 0; all others are not. <see cref="LessonOver"/> when the list has been erased.</summary>
    public Result<Done> Tick(IReadOnlySet<int> present)
    {
        if (IsErased)
        {
            return new LessonOver();
        }

        Pupils = [.. Pupils.Select((p, i) => p with { Present = present.Contains(i) })];
        (IsTicked, Places) = (true, Pupils.Count(p => p.Present));
        return Done.Value;
    }

    /// <summary>
    /// Moves the absent to a new lesson; they stand in this one no longer. <see cref="LessonNotEnded"/>, <see cref="NobodyAbsent"/>.
    /// </summary>
    public Result<ClassLesson> AskAbsentAgain(DateOnly day, Guid officer, DateTimeOffset now)
    {
        if (!HasEndedAt(now) || !IsTicked)
        {
            return new LessonNotEnded();
        }

        var absent = Absent;
        if (absent.Count == 0)
        {
            return new NobodyAbsent();
        }

        Pupils = [.. Pupils.Where(p => p.Present)];
        return new ClassLesson(SurveyId, Name, day, absent, officer, now) { Places = absent.Count };
    }

    /// <summary>Nothing is left but that the class had a lesson.</summary>
    public void Erase() => (Pupils, Code, TeacherKeyHash) = ([], null, null);

    [GeneratedRegex(@"[0-9]{6}\s?[-+]?\s?[0-9]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex PersonalNumber();
}

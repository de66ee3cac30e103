using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Classrooms;

/// <summary>No such survey or lesson, or not for this person to know of.</summary>
public sealed record LessonNotFound() : NotFoundError("class.notFound");

/// <summary>The survey asks for e-legitimation, which no class can show.</summary>
public sealed record ClassesNotTaken() : ConflictError("class.notTaken");

/// <summary>A class has a name of 1–40 characters.</summary>
public sealed record ClassNameWrong() : RuleError("class.nameWrong");

/// <summary>The day is past or after the survey's last.</summary>
public sealed record LessonDayWrong() : RuleError("class.dayWrong");

/// <summary>Neither a list nor a number of pupils, or more than <see cref="ClassLesson.MostPupils"/>.</summary>
public sealed record PupilsMissing() : RuleError("class.pupilsMissing");

/// <summary>A line of the list over <see cref="ClassPupil.LongestName"/> characters. <paramref name="Line"/> is {0} of the text.</summary>
public sealed record PupilNameTooLong(int Line) : RuleError("class.pupilNameTooLong");

/// <summary>A line with what looks like a personal identity number. <paramref name="Line"/> is {0} of the text.</summary>
public sealed record PupilNumberRefused(int Line) : RuleError("class.pupilNumberRefused");

/// <summary>The lesson has been held on another day, or the list has been erased.</summary>
public sealed record LessonOver() : ConflictError("class.over");

/// <summary>The lesson is going on or has been held.</summary>
public sealed record LessonBegun() : ConflictError("class.begun");

/// <summary>The lesson is going on, or nobody has been ticked yet.</summary>
public sealed record LessonNotEnded() : ConflictError("class.notEnded");

/// <summary>Everybody was there.</summary>
public sealed record NobodyAbsent() : ConflictError("class.nobodyAbsent");

/// <summary>The teacher's link is unknown, exchanged for another, or the list has been erased.</summary>
public sealed record TeacherLinkUnknown() : RuleError("class.linkUnknown");

/// <summary>Nothing was typed.</summary>
public sealed record ClassCodeMissing() : RuleError("class.code.missing");

/// <summary>It cannot be a code: length, symbols or the check symbol is wrong.</summary>
public sealed record ClassCodeMistyped() : RuleError("class.code.mistyped");

/// <summary>No class has it.</summary>
public sealed record ClassCodeUnknown() : RuleError("class.code.unknown");

/// <summary>The teacher has not opened the lesson, or has closed it.</summary>
public sealed record LessonClosed() : RuleError("class.code.closed");

/// <summary>As many have come in as there are places.</summary>
public sealed record ClassFull() : RuleError("class.code.full");

using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Sends;

/// <summary>No such send, or not for this person to know of.</summary>
public sealed record SendNotFound() : NotFoundError("send.notFound");

/// <summary>Done or stopped already.</summary>
public sealed record SendEnded() : ConflictError("send.ended");

/// <summary>The dialogue is a draft.</summary>
public sealed record SendNotPublished() : ConflictError("send.notPublished");

/// <summary>It would begin when the dialogue has closed, with the allowed hours counted in.</summary>
public sealed record SendAfterClosing() : RuleError("send.afterClosing");

/// <summary>It would begin before the dialogue takes answers.</summary>
public sealed record SendBeforeOpening() : RuleError("send.beforeOpening");

/// <summary>There is one of the kind that is not stopped.</summary>
public sealed record SendKindTaken() : ConflictError("send.kindTaken");

/// <summary>Nobody has got what this would remind of.</summary>
public sealed record SendNoInvitation() : RuleError("send.noInvitation");

/// <summary>A reminder before its day.</summary>
/// <param name="Earliest">First instant of the day when it may leave.</param>
public sealed record SendTooSoon(DateTimeOffset Earliest) : RuleError("send.tooSoon");

/// <summary>What is to be read has no link, or is missing, too long or has a gap of an unknown name.</summary>
/// <param name="Field"><c>subject</c>, <c>text</c>, <c>link</c>, <c>gap</c> or <c>english</c>.</param>
public sealed record SendTextWrong(string Field) : RuleError($"send.text.{(Field is { Length: > 0 } ? Field : "text")}");

/// <summary>The installation sends no text messages.</summary>
public sealed record SendSmsOff() : ConflictError("send.smsOff");

/// <summary>There is no frame, or its names and addresses are erased.</summary>
public sealed record SendNobody() : ConflictError("send.nobody");

/// <summary>The date or the time is missing or does not exist.</summary>
public sealed record SendTimeWrong() : RuleError("send.timeWrong");

/// <summary>Fewer than one, or as many as the frame has or more.</summary>
public sealed record SampleSizeWrong() : RuleError("send.sampleSize");

/// <summary>4 to 64 letters and digits.</summary>
public sealed record SampleSeedWrong() : RuleError("send.sampleSeed");

/// <summary>Somebody has been told of the dialogue, so nobody else can be drawn instead.</summary>
public sealed record SampleFrozen() : ConflictError("send.sampleFrozen");

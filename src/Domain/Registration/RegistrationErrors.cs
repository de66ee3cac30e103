using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Registration;

/// <summary>No such dialogue, batch or entry, or not for this person to know of.</summary>
public sealed record RegistrationNotFound() : NotFoundError("registration.notFound");

/// <summary>Neither paper nor telephone.</summary>
public sealed record ChannelUnknown() : RuleError("registration.channelUnknown");

/// <summary>It has been decided already how the dialogue is registered.</summary>
public sealed record RegistrationBegun() : ConflictError("registration.begunAlready");

/// <summary>Nobody has decided yet how the dialogue is registered.</summary>
public sealed record RegistrationNotBegun() : ConflictError("registration.notBegun");

/// <summary>Somebody else opened a batch at the same moment.</summary>
public sealed record BatchTaken() : ConflictError("registration.batchTaken");

/// <summary>The dialogue asks for e-legitimation, which no form can show.</summary>
public sealed record FormsNotTaken() : ConflictError("registration.formsNotTaken");

/// <summary>The code is for another dialogue than the one whose form is typed.</summary>
public sealed record CodeOfAnother() : RuleError("registration.codeOfAnother");

/// <summary>The number on the form is a whole number from 1 to 99,999.</summary>
public sealed record FormNumberUnreadable() : RuleError("registration.formNumber");

/// <summary>The participant has answered by themselves, and that answer stands: the form is not counted.</summary>
public sealed record OwnAnswerStands() : ConflictError("registration.ownAnswerStands");

/// <summary>Mode A: an answer has come with this code or form, and nothing can take its place.</summary>
public sealed record FormAnswered() : ConflictError("registration.formAnswered");

/// <summary>Who typed a form first does not type it again and does not decide what differs.</summary>
public sealed record EntryNeedsAnother() : RuleError("registration.needsAnother");

/// <summary>The entry has been cast, dropped, or changed by somebody else in the meantime.</summary>
public sealed record EntryGone() : ConflictError("registration.entryGone");

/// <summary>A question that differs and where nothing was chosen.</summary>
public sealed record DifferenceOpen(string QuestionKey) : RuleError("registration.differenceOpen");

/// <summary>A reason of five characters at least is asked for.</summary>
public sealed record DropReasonMissing() : RuleError("registration.reasonMissing");

/// <summary>Ranks are whole numbers, each once.</summary>
public sealed record RanksUnreadable(string QuestionKey) : RuleError("registration.ranks");

/// <summary>The device is no kiosk for this dialogue.</summary>
public sealed record NotAKiosk() : NotFoundError("registration.notAKiosk");

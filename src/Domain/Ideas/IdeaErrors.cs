using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ideas;

/// <summary>There is none, or the person may not see it.</summary>
public sealed record IdeaNotFound() : NotFoundError("idea.notFound");

public sealed record IdeaForbidden() : ForbiddenError("idea.forbidden");

/// <summary>Sending and supporting need a resident with a confirmed e-mail.</summary>
public sealed record IdeaNeedsResident() : ConflictError("idea.needsResident");

/// <summary>One who writes or reads can mend all of <paramref name="Parts"/> at once: each is missing, too long or, for a day, not in the future.</summary>
public sealed record IdeaPartsWrong(IReadOnlyList<IdeaPart> Parts) : RuleError("idea.partsWrong");

/// <summary>A personal identity number must not be stored, and much less be shown.</summary>
public sealed record IdeaHasPersonalNumber(IdeaPart Part) : RuleError("idea.hasPersonalNumber");

/// <summary>So many ideas ({0} of the text) of the same person wait to be read already.</summary>
public sealed record TooManyIdeasWaiting(int Most) : RuleError("idea.tooManyWaiting");

/// <summary>What somebody has refused is looked at again by somebody else.</summary>
public sealed record IdeaRefusedByYou() : ConflictError("idea.refusedByYou");

public sealed record IdeaRuleMissing() : RuleError("idea.ruleMissing");

/// <summary>Steps are taken, and support is given, while everyone can read the idea.</summary>
public sealed record IdeaNotPublic() : ConflictError("idea.notPublic");

/// <summary>From the present step that one cannot be reached.</summary>
public sealed record IdeaStepNotNext() : RuleError("idea.stepNotNext");

/// <summary>A no, or all done: the only way is back, with a reason.</summary>
public sealed record IdeaHasEnded() : ConflictError("idea.hasEnded");

/// <summary>Somebody else took a step meanwhile.</summary>
public sealed record IdeaChangedMeanwhile() : ConflictError("idea.changedMeanwhile");

/// <summary>Withdrawn, or decided: what the municipality has begun with is not taken back by one person.</summary>
public sealed record IdeaNotWithdrawable() : ConflictError("idea.notWithdrawable");

/// <summary>Nobody supports an idea of one's own: it is counted from the others.</summary>
public sealed record IdeaIsOwn() : RuleError("idea.isOwn");

public sealed record IdeaCommitteeUnknown() : RuleError("idea.committeeUnknown");

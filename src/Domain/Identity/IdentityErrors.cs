using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Identity;

public sealed record EmailWrong() : RuleError("err.email");

/// <summary>The code is not the one sent, or there is none to try any more. One answer for all cases, so that nothing can be learned.</summary>
public sealed record SignInCodeWrong() : RuleError("signIn.codeWrong");

public sealed record DisplayNameWrong() : RuleError("signIn.nameWrong");

/// <summary>The name could be taken for the municipality's.</summary>
public sealed record DisplayNameReserved() : RuleError("signIn.nameReserved");

public sealed record ResidentNotFound() : NotFoundError("signIn.notFound");

public sealed record StaffNotFound() : NotFoundError("staff.notFound");

public sealed record RoleWrong() : RuleError("staff.roleWrong");

public sealed record RoleAlreadyHeld() : ConflictError("staff.roleHeld");

public sealed record RoleNotHeld() : ConflictError("staff.roleNotHeld");

/// <summary>Somebody must be left who can give roles.</summary>
public sealed record LastAdministrator() : RuleError("staff.lastAdministrator");

/// <summary>Official actions need a reason of at least a few words.</summary>
public sealed record RoleReasonMissing() : RuleError("staff.reasonMissing");

/// <summary>Name, title, address or object id is missing or not well formed.</summary>
public sealed record StaffIncomplete() : RuleError("staff.incomplete");

public sealed record StaffAlreadyKnown() : ConflictError("staff.known");

/// <summary>No such key, or not for this person to know of.</summary>
public sealed record ApiKeyNotFound() : NotFoundError("apiKey.notFound");

/// <summary>A key has a name, of at most <paramref name="Max"/> characters ({0} of the text).</summary>
public sealed record ApiKeyNameMissing(int Max) : RuleError("apiKey.nameMissing");

/// <summary>There is no such key, or it has been revoked; one text for both.</summary>
public sealed record ApiKeyRefused() : ForbiddenError("apiKey.refused");

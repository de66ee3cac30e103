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

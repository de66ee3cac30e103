using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>The result is not to be seen by anyone yet (K4).</summary>
public sealed record ResultSealed() : NotFoundError("result.sealed");

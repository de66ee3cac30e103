using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>The result is not to be seen by anyone yet (K4).</summary>
public sealed record ResultSealed() : NotFoundError("result.sealed");

/// <summary>More background variables than <paramref name="Max"/> ({0} of the text); a crossing counts as one (rule R10).</summary>
public sealed record TooManyVariables(int Max) : RuleError("disclosure.tooManyVariables");

namespace Medborgardialog.Domain.Common;

/// <summary>An expected failure. <paramref name="Code"/> is a resource key such as <c>discussion.closed</c>; the sentence lives in the resources.</summary>
public abstract record Error(string Code);

/// <summary>The thing does not exist, or the person may not know that it does.</summary>
public abstract record NotFoundError(string Code) : Error(Code);

/// <summary>The person is known and the thing is known, but this is not theirs to do.</summary>
public abstract record ForbiddenError(string Code) : Error(Code);

/// <summary>The state has changed since the person looked: closed meanwhile, edited by another.</summary>
public abstract record ConflictError(string Code) : Error(Code);

/// <summary>What was asked breaks a rule of the domain: too long, too many, incomplete.</summary>
public abstract record RuleError(string Code) : Error(Code);

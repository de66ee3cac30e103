using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Discussions;

public sealed record ThreadNotFound() : NotFoundError("discussion.threadNotFound");

public sealed record PostNotFound() : NotFoundError("discussion.postNotFound");

/// <summary>Talk is not open: before opening, paused, or after closing.</summary>
public sealed record DiscussionClosed() : ConflictError("discussion.closed");

/// <summary>Signed out, or without the level that writing asks for. What was typed is kept.</summary>
public sealed record SignInToPost() : ConflictError("discussion.signIn");

public sealed record PostEmpty() : RuleError("err.emptyPost");

/// <summary>{0} is how many characters too long, {1} the limit.</summary>
public sealed record PostTooLong(int Over, int Max) : RuleError("err.tooLong");

/// <summary>The title is empty or longer than <see cref="TalkThread.MaxTitle"/>.</summary>
public sealed record ThreadTitleWrong() : RuleError("discussion.titleWrong");

/// <summary>Fifteen minutes have passed since the post was written.</summary>
public sealed record EditWindowPassed() : ConflictError("discussion.editWindowPassed");

/// <summary>An edit that would name a person: a new post like that would have waited for a moderator, and what is visible stays as it is.</summary>
public sealed record EditNamesPerson() : RuleError("discussion.editNamesPerson");

public sealed record NotYourPost() : ForbiddenError("discussion.notYours");

/// <summary>The post one wants to comment on, edit or react to has been hidden meanwhile.</summary>
public sealed record PostHiddenMeanwhile() : ConflictError("discussion.hiddenMeanwhile");

public sealed record NotAnOfficial() : ForbiddenError("discussion.notOfficial");

public sealed record ThemeNameWrong() : RuleError("discussion.themeNameWrong");

public sealed record ThemeNotFound() : NotFoundError("discussion.themeNotFound");

/// <summary>A display name must be chosen before the first post.</summary>
public sealed record NameMissing() : ConflictError("discussion.nameMissing");

/// <summary>Somebody else started a thread in the same instant: sending again works.</summary>
public sealed record ThreadStartedMeanwhile() : ConflictError("discussion.startedMeanwhile");

using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Panels;

public sealed record TopicNotFound() : NotFoundError("panel.topicNotFound");

/// <summary>Empty or longer than <paramref name="Max"/> characters ({0} of the text).</summary>
public sealed record TopicTitleWrong(int Max) : RuleError("panel.topicTitleWrong");

/// <summary>Empty or longer than <paramref name="Max"/> characters ({0} of the text).</summary>
public sealed record PanelPostWrong(int Max) : RuleError("panel.postWrong");

/// <summary>So many posts ({0} of the text) wait to be read already.</summary>
public sealed record TooManyWaiting(int Most) : RuleError("panel.tooManyWaiting");

public sealed record PanelPostNotFound() : NotFoundError("panel.postNotFound");

public sealed record PanelPostRuleMissing() : RuleError("panel.postRuleMissing");

public sealed record IdeaStepWrong() : RuleError("panel.ideaStepWrong");

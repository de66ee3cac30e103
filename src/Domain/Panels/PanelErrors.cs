using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Panels;

public sealed record PanelNotFound() : NotFoundError("panel.notFound");

/// <summary>There is no such wave, or it is not for the one who asks.</summary>
public sealed record WaveNotFound() : NotFoundError("panel.waveNotFound");

public sealed record PanelForbidden() : ForbiddenError("panel.forbidden");

/// <summary>Whoever asks is no member that is asked things: never was, has left, or waits.</summary>
public sealed record NotAPanelMember() : ForbiddenError("panel.notAMember");

/// <summary>Another officer saved since the page was opened.</summary>
public sealed record PanelChangedMeanwhile() : ConflictError("panel.changedMeanwhile");

/// <summary>The field of the settings that is missing or impossible.</summary>
/// <param name="Field">Name of the property of <see cref="PanelSettings"/>.</param>
public sealed record PanelSettingsWrong(string Field) : RuleError($"panel.settingsWrong.{(Field is { Length: > 0 } ? Field : nameof(PanelSettings.Name))}");

public sealed record PanelSlugTaken() : RuleError("panel.slugTaken");

/// <summary>The youth panel is one: its address has no name in it.</summary>
public sealed record YouthPanelTaken() : RuleError("panel.youthTaken");

/// <summary>The panel takes no members in that way now: it is a draft, paused or ended.</summary>
public sealed record PanelNotOpen() : ConflictError("panel.notOpen");

/// <summary>Below the lowest age ({0} of the text).</summary>
public sealed record TooYoung(int Youngest) : RuleError("panel.tooYoung");

/// <summary>Above the highest age ({0} of the text).</summary>
public sealed record TooOld(int Oldest) : RuleError("panel.tooOld");

/// <summary>Not a whole number of years between 1 and 120.</summary>
public sealed record AgeWrong() : RuleError("panel.ageWrong");

/// <summary>Holds a role that may not be combined with membership (L4).</summary>
public sealed record RoleExcluded() : RuleError("panel.roleExcluded");

/// <summary>Members are drawn and invited by letter; nobody joins without the code in it.</summary>
public sealed record OnlyByLetter() : RuleError("panel.onlyByLetter");

/// <summary>A panel whose members have been able to join by themselves cannot be made one that was drawn.</summary>
public sealed record MembersChoseThemselves() : RuleError("panel.membersChoseThemselves");

/// <summary>No member has that name or address, {0} of the text.</summary>
public sealed record NobodyByThatName(string Name) : RuleError("paneldesk.remove.nobody");

/// <summary>Nothing is asked while the panel is paused.</summary>
public sealed record PanelPaused() : ConflictError("panel.pausedNow");

public sealed record AlreadyAMember() : ConflictError("panel.alreadyAMember");

/// <summary>Somebody has joined with the same letter.</summary>
public sealed record LetterUsed() : ConflictError("panel.letterUsed");

/// <summary>The terms of taking part were not accepted.</summary>
public sealed record ConsentMissing() : RuleError("panel.consentMissing");

/// <summary>The terms were changed while they were being read.</summary>
public sealed record ConsentChanged() : ConflictError("panel.consentChanged");

/// <summary>An answer to a background question that is none of its categories.</summary>
public sealed record BackgroundWrong() : RuleError("panel.backgroundWrong");

/// <summary>The alias is none of those that were offered, or has been taken meanwhile.</summary>
public sealed record AliasTaken() : ConflictError("panel.aliasTaken");

/// <summary>The addresses of those who were drawn have been erased, so nobody of them can be invited.</summary>
public sealed record DrawnForgotten() : ConflictError("paneldesk.recruit.forgotten");

/// <summary>Everybody who sits in the draw is a member already.</summary>
public sealed record AllHaveJoined() : ConflictError("paneldesk.recruit.allJoined");

/// <summary>The letters of an earlier list are out, and they stop working when another takes its place; that has to be said.</summary>
public sealed record EarlierLettersOut() : ConflictError("paneldesk.recruit.lettersOut");

/// <summary>Not an address of e-mail, or the young person's own.</summary>
public sealed record GuardianAddressWrong() : RuleError("panel.guardianAddressWrong");

/// <summary>The link has been used, is too old or was never made.</summary>
public sealed record GuardianLinkGone() : NotFoundError("panel.guardianLinkGone");

/// <summary>The result of the wave before ({0} of the text) has not been given back to the members (L5).</summary>
public sealed record EarlierWaveNotReturned(int Wave) : RuleError("panel.earlierNotReturned");

/// <summary>The wave's result is not public yet.</summary>
public sealed record WaveNotCounted() : ConflictError("panel.waveNotCounted");

/// <summary>What they said, or what is done about it, is empty or longer than <paramref name="Max"/> characters ({0} of the text).</summary>
public sealed record ReturnTextWrong(int Max) : RuleError("panel.returnTextWrong");

/// <summary>A wave of a youth panel has at most <paramref name="Most"/> questions ({0} of the text).</summary>
public sealed record TooManyQuestionsForYouth(int Most) : RuleError("panel.tooManyQuestions");

/// <summary>Whoever has been asked as often as the panel has promised is left alone until the next quarter.</summary>
public sealed record InvitedEnough() : RuleError("panel.invitedEnough");

using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Themes;

/// <summary>Also for those who may not code.</summary>
public sealed record CodingSetNotFound() : NotFoundError("coding.notFound");

/// <summary>The text has been taken away, or its number was never there.</summary>
public sealed record CodingInputNotFound() : NotFoundError("coding.inputNotFound");

public sealed record CodingThemeNotFound() : NotFoundError("coding.themeNotFound");

/// <summary>Also for quotes that may not be seen by everyone.</summary>
public sealed record QuoteNotFound() : NotFoundError("coding.quoteNotFound");

/// <summary>{0} is the limit.</summary>
public sealed record CodingTitleWrong(int Max) : RuleError("coding.titleWrong");

public sealed record CodingSourcesMissing() : RuleError("coding.sourcesMissing");

/// <summary>None of the chosen sources has anything to read: answers are sealed until closing, and too few are never shown.</summary>
public sealed record NothingToCode() : RuleError("coding.nothingToCode");

/// <summary>It is published as it is; open it again first.</summary>
public sealed record CodingReleased() : ConflictError("coding.released");

/// <summary>{0} and {1} are the limits in percent.</summary>
public sealed record SecondShareWrong(int Least, int Most) : RuleError("coding.secondShareWrong");

public sealed record SecondDrawnAlready() : ConflictError("coding.secondDrawnAlready");

public sealed record LanguageUnknown() : RuleError("coding.languageUnknown");

/// <summary>{0} is the limit of the field.</summary>
public sealed record ThemeWordsWrong(string Field, int Max) : RuleError("coding.themeWordsWrong");

public sealed record ThemeNameTaken() : RuleError("coding.themeNameTaken");

/// <summary>{0} is the limit.</summary>
public sealed record TooManyThemes(int Max) : RuleError("coding.tooManyThemes");

/// <summary>A theme was taken out of the codebook since the page was shown.</summary>
public sealed record ThemeGone() : ConflictError("coding.themeGone");

public sealed record InputNotDrawn() : RuleError("coding.inputNotDrawn");

/// <summary>Two looks by the same person say nothing about agreement.</summary>
public sealed record SecondMustBeAnother() : RuleError("coding.secondMustBeAnother");

public sealed record NothingToSettle() : ConflictError("coding.nothingToSettle");

/// <summary>{0} is the limit.</summary>
public sealed record SettleNoteMissing(int Max) : RuleError("coding.settleNoteMissing");

public sealed record QuoteNotAllowed() : RuleError("coding.quoteNotAllowed");

public sealed record QuoteNotInTheme() : RuleError("coding.quoteNotInTheme");

public sealed record QuoteNotVerbatim() : RuleError("coding.quoteNotVerbatim");

/// <summary>{0} is the most words of a quote.</summary>
public sealed record QuoteTooLong(int Max) : RuleError("coding.quoteTooLong");

/// <summary>{0} is the most quotes of a theme.</summary>
public sealed record TooManyQuotes(int Max) : RuleError("coding.tooManyQuotes");

public sealed record QuotedAlready() : ConflictError("coding.quotedAlready");

/// <summary>{0} is what names somebody and must be cut away.</summary>
public sealed record QuoteNamesPerson(string Found) : RuleError("coding.quoteNamesPerson");

/// <summary>The named person has not said that they have looked.</summary>
public sealed record QuoteNotConfirmed() : RuleError("coding.quoteNotConfirmed");

/// <summary>{0} is the theme.</summary>
public sealed record ThemeNotDescribed(string Theme) : RuleError("coding.themeNotDescribed");

/// <summary>{0} is the theme: a quote has not been looked at for what could point somebody out.</summary>
public sealed record QuoteUnchecked(string Theme) : RuleError("coding.quoteUnchecked");

/// <summary>{0} is the theme, {1} the percent of its people who are against.</summary>
public sealed record OpposingQuoteMissing(string Theme, int Percent) : RuleError("coding.opposingQuoteMissing");

public sealed record NothingCoded() : RuleError("coding.nothingCoded");

/// <summary>Another has coded the same text since it was shown.</summary>
public sealed record CodedMeanwhile() : ConflictError("coding.codedMeanwhile");

public sealed record NoInputsChosen() : RuleError("coding.noInputsChosen");

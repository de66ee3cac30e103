using System.Text.RegularExpressions;

namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>Who the answers that a sentence speaks of come from.</summary>
public enum AnswerSource
{
    /// <summary>Everybody could answer, and chose to.</summary>
    Open,

    /// <summary>A panel that people have joined by themselves.</summary>
    PanelVolunteers,

    ProbabilitySample,

    TotalSurvey,
}

/// <summary>What a sentence is about, which decides what it may say.</summary>
/// <param name="Consultation">It is about a rådslag.</param>
/// <param name="Finding">It tells a result. False for what a committee decides and why, where reasons and judgements are their own.</param>
/// <param name="VoiceAlone">It compares units by how many speak up (requirement E8).</param>
public sealed record WordingContext(AnswerSource Source, bool Consultation = false, bool Finding = true, bool VoiceAlone = false);

/// <summary>A phrase that should be written in another way.</summary>
/// <param name="Position">Of the first character in the text as written, in UTF-16 units from 0.</param>
/// <param name="Length">In UTF-16 units, 1 or more.</param>
/// <param name="Rule">Key of the text that says why.</param>
/// <param name="Suggestion">Key of the text that says what to write instead.</param>
public sealed record WordingFinding(int Position, int Length, string Rule, string Suggestion);

/// <summary>
/// The wording guard (requirements N2, E7, E8, decision 17, ux 10.2 and 10.4): phrases in Swedish that claim more than the answers bear. Works on templates and on what
/// officers write. Limits: it looks for known phrases in all their forms, case and spacing, and does not understand; what it finds is a question to the
/// writer, and what it does not find may still be wrong. Quotations of four words or more are left alone, since they are somebody else's words.
/// </summary>
public static class Wording
{
    /// <returns>In order of position; of findings of one rule that overlap only the first.</returns>
    public static IReadOnlyList<WordingFinding> Check(string text, WordingContext context)
    {
        var folded = new FoldedText(text);
        var found = new List<WordingFinding>();
        foreach (var rules in WordingRules.For(context).GroupBy(r => r.Key))
        {
            var end = 0;
            foreach (var (match, rule) in rules.SelectMany(r => r.Pattern.Matches(folded.Text).Select(m => (Match: m, Rule: r))).OrderBy(f => f.Match.Index))
            {
                if (match.Index < end || folded.IsQuoted(match.Index, match.Length) || IsAllowed(rule, match, folded))
                {
                    continue;
                }

                end = match.Index + match.Length;
                var (position, length) = folded.Origin(match.Index, match.Length);
                found.Add(new WordingFinding(position, length, rule.Key, rule.Suggestion));
            }
        }

        return [.. found.OrderBy(f => f.Position).ThenBy(f => f.Rule, StringComparer.Ordinal)];
    }

    private static bool IsAllowed(WordingRule rule, Match match, FoldedText folded)
    {
        var (before, after) = folded.Around(match.Index, match.Length);
        return rule.Inside?.IsMatch(match.Value) == true
            || rule.Before?.IsMatch(before) == true
            || rule.After?.IsMatch(after) == true
            || rule.Sentence?.IsMatch(before + match.Value + after) == true
            || rule.Needs?.IsMatch(before + match.Value + after) == false;
    }
}

/// <summary>A pattern and where it is allowed; all of them for folded text.</summary>
/// <param name="Inside">Allowed when this is in the passage itself.</param>
/// <param name="Before">Allowed when the sentence before the passage is like this.</param>
/// <param name="After">Allowed when the sentence after the passage is like this.</param>
/// <param name="Sentence">Allowed when this is anywhere in the sentence.</param>
/// <param name="Needs">Allowed unless this is somewhere in the sentence.</param>
internal sealed record WordingRule(
    string Key, string Suggestion, Regex Pattern, Regex? Inside = null, Regex? Before = null, Regex? After = null, Regex? Sentence = null, Regex? Needs = null);

using System.Text.RegularExpressions;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Reports;

/// <summary>What a point of the committee's answer should not be like (ux 10.8).</summary>
public enum PointRule
{
    /// <summary>"Enligt förslag", "se ovan": the reader has not got it.</summary>
    AsProposed = 1,

    /// <summary>Cannot be understood without the rest: hardly any words, or "detta" and its like.</summary>
    NotAlone,

    /// <summary>More than one measure in a point, which then cannot be followed up as done or not done.</summary>
    SeveralMeasures,

    /// <summary>Names a person who is not elected.</summary>
    PersonName,

    /// <summary>"Vi gör" does not start with a verb.</summary>
    NoVerbFirst,

    /// <summary>LIX above <see cref="Lix.Hard"/>.</summary>
    HardToRead,

    /// <summary>A sentence of more than <see cref="Lix.LongSentence"/> words.</summary>
    LongSentence,

    /// <summary>A time without a year.</summary>
    WhenVague,
}

/// <summary>A hint about one place.</summary>
/// <param name="Position">In the field's text, in UTF-16 units from 0.</param>
/// <param name="Length">In UTF-16 units; the whole text when the hint is about all of it.</param>
public sealed record PointRemark(Guid PointId, FeedbackField Field, PointRule Rule, int Position, int Length)
{
    /// <summary>Key of the text that says it.</summary>
    public string Key => $"pointLint.{Rule}";
}

/// <summary>
/// Hints for whoever writes the committee's points. They advise and never block; what must be there, such as a reason for a no, is said by
/// <see cref="FeedbackPoint.Missing"/>, a theme without a point by <see cref="DecisionFeedback.Gaps"/>, and too long texts are refused when saved. Limits: it knows common
/// Swedish verbs and given names, and no grammar.
/// </summary>
public static partial class PointLint
{
    /// <summary>A measure of fewer words cannot be understood alone.</summary>
    private const int FewestWords = 3;

    /// <summary>Shorter texts have no index.</summary>
    private const int FewestWordsForLix = 10;

    /// <param name="elected">Full names of elected people, who may be named.</param>
    /// <returns>In the order of the fields, then of position.</returns>
    public static IReadOnlyList<PointRemark> Of(FeedbackPoint point, IReadOnlyCollection<string> elected)
    {
        var remarks = new List<PointRemark>();
        Names(FeedbackField.YouSaid, point.YouSaid);
        if (point.HasMeasure)
        {
            Measure(point, remarks);
        }

        Text(FeedbackField.WeDo, point.WeDo);
        Text(FeedbackField.Why, point.Why);
        Names(FeedbackField.Responsible, point.Responsible);
        if (point.When.Length > 0 && !Year().IsMatch(point.When))
        {
            remarks.Add(new PointRemark(point.Id, FeedbackField.When, PointRule.WhenVague, 0, point.When.Length));
        }

        return [.. remarks.OrderBy(r => r.Field).ThenBy(r => r.Position).ThenBy(r => r.Rule)];

        void Text(FeedbackField field, string text)
        {
            remarks.AddRange(AsProposed().Matches(text).Select(m => new PointRemark(point.Id, field, PointRule.AsProposed, m.Index, m.Length)));
            Names(field, text);
            if (Lix.Of(text) is not { } reading)
            {
                return;
            }

            if (reading.Words >= FewestWordsForLix && reading.Index > Lix.Hard)
            {
                remarks.Add(new PointRemark(point.Id, field, PointRule.HardToRead, 0, text.Length));
            }

            if (reading.LongestSentence > Lix.LongSentence)
            {
                remarks.Add(new PointRemark(point.Id, field, PointRule.LongSentence, 0, text.Length));
            }
        }

        void Names(FeedbackField field, string text) =>
            remarks.AddRange(NamesIn(text, elected).Select(n => new PointRemark(point.Id, field, PointRule.PersonName, n.Position, n.Length)));
    }

    private static void Measure(FeedbackPoint point, List<PointRemark> remarks)
    {
        var (text, words) = (point.WeDo, Lix.Words(point.WeDo));
        if (words.Count == 0)
        {
            return;
        }

        if (!IsVerb(words[0]))
        {
            Add(PointRule.NoVerbFirst, text.IndexOf(words[0], StringComparison.Ordinal), words[0].Length);
        }

        if (words.Count < FewestWords)
        {
            Add(PointRule.NotAlone, 0, text.Length);
        }
        else if (Referring().Match(text) is { Success: true } word)
        {
            Add(PointRule.NotAlone, word.Index, word.Length);
        }

        if (Second(text) is { } second)
        {
            Add(PointRule.SeveralMeasures, second.Position, second.Length);
        }

        void Add(PointRule rule, int position, int length) => remarks.Add(new PointRemark(point.Id, FeedbackField.WeDo, rule, position, length));
    }

    /// <summary>Where a second measure begins: the second number or bullet, a joining word, or "och" and a verb that is not what the first is for ("för att minska och öka").</summary>
    private static (int Position, int Length)? Second(string text)
    {
        if (Bullet().Matches(text) is { Count: > 1 } bullets)
        {
            return (bullets[1].Index, bullets[1].Length);
        }

        if (Joining().Match(text) is { Success: true } word)
        {
            return (word.Index, word.Length);
        }

        var joined = Joined().Matches(text).FirstOrDefault(m => IsClearVerb(m.Groups["verb"].Value) && !Purpose().IsMatch(text[..m.Index]));
        return joined is null ? null : (joined.Index, joined.Length);
    }

    private static IEnumerable<(int Position, int Length)> NamesIn(string text, IReadOnlyCollection<string> elected) =>
        FullName().Matches(text)
            .Select(m => (m.Index, Given: m.Groups["given"].Value, Name: m.Value + m.Groups["family"].Value))
            .Where(n => _givenNames.Contains(n.Given) || (Surname().IsMatch(n.Name) && !_notGiven.Contains(n.Given) && !IsVerb(n.Given)))
            .Where(n => !elected.Any(e => string.Join(' ', Lix.Words(e)).Equals(string.Join(' ', Lix.Words(n.Name)), StringComparison.OrdinalIgnoreCase)))
            .Select(n => (n.Index, n.Name.Length));

    [GeneratedRegex(@"\b(?:enligt|i enlighet med)\s+(?:\p{L}+s\s+)?(?:förslag(?:et)?|tjänsteskrivelse(?:n)?|yrkande(?:t)?|ovan(?:stående)?|nedan(?:stående)?|bilaga(?:n)?|beslut(?:et)?)\b|\bse\s+(?:ovan|nedan|bilaga|punkt)\b|\bsom\s+(?:ovan|föreslaget|föreslagits)\b|\bbifall(?:es|s)?\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AsProposed();

    [GeneratedRegex(@"\b(?:detta|dessa|denna|ovanstående|nedanstående|nämnda|detsamma|densamma|samma\s+sak)\b|\b(?:det|den|dem|så)[.!]?\s*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Referring();

    [GeneratedRegex(@"(?:^|\n)[ \t]*(?:[-–•*]|\d{1,2}[.)]|[a-h]\))[ \t]|(?<=\s)(?:\d{1,2}\)|[a-h]\))(?=\s)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\b(?:samt|dels|dessutom|därutöver)\b|;", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Joining();

    [GeneratedRegex(@"(?:\b(?:och|eller)\s+(?:att\s+|också\s+|även\s+|vi\s+|ska\s+){0,2}|[,.]\s+)(?<verb>\p{L}+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"\b(?:för|genom|utan|om)\s+att\b|\bså\s+att\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Purpose();

    /// <summary>Looks ahead for the second word, which may itself be the first of a name: "Låt Karin Mallberg".</summary>
    [GeneratedRegex(@"\b(?<given>\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?=(?<family>\s+\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FullName();

    [GeneratedRegex(@"(?:sson|ström|berg|lund|gren|quist|qvist|kvist|stedt|dahl|löf|blad|lind|ander|holm|man)$", RegexOptions.None, 1000)]
    private static partial Regex Surname();

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.None, 1000)]
    private static partial Regex Year();
}

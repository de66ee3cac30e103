namespace Medborgardialog.Web.Pages.Shared;

/// <summary>The buttons of a ranking: each press gives a new order, without script as with it.</summary>
public static class Ranking
{
    /// <summary>The order after one press.</summary>
    /// <param name="order">Keys, best first.</param>
    /// <param name="move"><c>till-</c>, <c>upp-</c>, <c>ner-</c> or <c>bort-</c> and the key. Anything else changes nothing.</param>
    public static IReadOnlyList<string> Move(IReadOnlyList<string> order, string move)
    {
        var (verb, key) = move.Split('-', 2) is [var first, var rest] ? (first, rest) : (move, "");
        var moved = order.Distinct(StringComparer.Ordinal).ToList();
        var at = moved.IndexOf(key);
        switch (verb)
        {
            case "till" when at < 0:
                moved.Add(key);
                break;
            case "bort" when at >= 0:
                moved.RemoveAt(at);
                break;
            case "upp" when at > 0:
                (moved[at - 1], moved[at]) = (moved[at], moved[at - 1]);
                break;
            case "ner" when at >= 0 && at < moved.Count - 1:
                (moved[at + 1], moved[at]) = (moved[at], moved[at + 1]);
                break;
        }

        return moved;
    }
}

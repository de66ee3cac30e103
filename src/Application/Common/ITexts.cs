namespace Medborgardialog.Application.Common;

/// <summary>
/// Words for people, by key, in the language of the request (Swedish where there is none, as in jobs and mail).
/// A missing key is a defect that a test finds; it is shown as the key itself, never as an empty string.
/// </summary>
public interface ITexts
{
    /// <summary>The text of <paramref name="key"/> with {0}, {1} … filled in. Arguments are not encoded: the page encodes.</summary>
    string this[string key, params object[] arguments] { get; }

    /// <summary>Picks <c>key.one</c> or <c>key.other</c> by <paramref name="count"/>, which is also {0}; further arguments follow.</summary>
    string Count(string key, int count, params object[] arguments);
}

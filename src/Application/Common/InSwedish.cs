using System.Globalization;

namespace Medborgardialog.Application.Common;

/// <summary>
/// Until it is disposed, texts and dates are Swedish: for what is written to or about somebody else than the one who asks, whose page may be in another language.
/// </summary>
public sealed class InSwedish : IDisposable
{
    private static readonly CultureInfo _swedish = CultureInfo.GetCultureInfo("sv-SE");
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _words = CultureInfo.CurrentUICulture;

    public InSwedish() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_swedish, _swedish);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _words);
}

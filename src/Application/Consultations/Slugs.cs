using System.Globalization;
using System.Text;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <summary>Addresses out of titles (ux 2.3): lower case, å ä → a, ö → o, é → e, everything else a hyphen, at most 60 characters.</summary>
internal static class Slugs
{
    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                slug.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        if (slug.Length > Consultation.MaxSlug)
        {
            slug.Length = Consultation.MaxSlug;
        }

        return slug.ToString().Trim('-');
    }
}

namespace Medborgardialog.Web.Pages;

public static class Phone
{
    /// <summary>"0980-319 200" as "+46980319200", for a tel: link.</summary>
    public static string Address(string number)
    {
        var digits = new string([.. number.Where(char.IsAsciiDigit)]);
        return digits.StartsWith('0') ? string.Concat("+46", digits.AsSpan(1)) : digits;
    }
}

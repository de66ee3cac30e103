using Medborgardialog.Web.Startup;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class RequiredSettingsTests
{
    private static readonly Dictionary<string, string?> Complete = new(StringComparer.Ordinal)
    {
        ["App:Municipality"] = "Exempelby kommun",
        ["App:BaseUrl"] = "https://dialog.exempelby.example",
        ["App:ContactPhone"] = "0000-00 00 00",
        ["App:ContactEmail"] = "dialog@exempelby.example",
        ["Mail:Host"] = "smtp.exempelby.example",
        ["Mail:From"] = "dialog@exempelby.example",
        ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
        ["AzureAd:TenantId"] = "1b2c3d4e-0000-0000-0000-000000000000",
        ["AzureAd:ClientId"] = "2b2c3d4e-0000-0000-0000-000000000000",
    };

    [Fact]
    public void With_everything_there_is_no_complaint() => Assert.Null(Complaint([]));

    [Fact]
    public void What_is_missing_is_said_at_once_and_by_the_name_of_its_variable()
    {
        var sentence = Complaint(new(StringComparer.Ordinal) { ["Mail:Host"] = "", ["AzureAd:ClientId"] = null });

        Assert.Contains("Mail__Host, AzureAd__ClientId", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("App__", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence!);
    }

    /// <summary>Without it every page failed, since each asks the sign-in schemes.</summary>
    [Fact]
    public void The_address_of_the_sign_in_is_asked_for() =>
        Assert.Contains("AzureAd__Instance", Complaint(new(StringComparer.Ordinal) { ["AzureAd:Instance"] = null }), StringComparison.Ordinal);

    [Theory]
    [InlineData("AzureAd:TenantId", "common")]
    [InlineData("AzureAd:TenantId", "organizations")]
    [InlineData("App:BaseUrl", "dialog.exempelby.example")]
    [InlineData("App:BaseUrl", "/dialog")]
    public void What_would_let_others_in_or_break_the_links_is_refused(string key, string value) =>
        Assert.Contains(key.Replace(":", "__", StringComparison.Ordinal), Complaint(new(StringComparer.Ordinal) { [key] = value }), StringComparison.Ordinal);

    private static string? Complaint(Dictionary<string, string?> changes) =>
        RequiredSettings.Complaint(new ConfigurationBuilder().AddInMemoryCollection(Complete).AddInMemoryCollection(changes).Build());
}

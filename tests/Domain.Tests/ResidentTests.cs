using Medborgardialog.Domain.Identity;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class ResidentTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 8, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("  Ärla   Åkerö ", "Ärla Åkerö")]
    [InlineData("A\u030Akero\u0308", "Åkerö")]
    [InlineData("Är\u202Ela", "Ärla")]
    [InlineData("Är\u200Bla\uFEFF", "Ärla")]
    [InlineData("👩‍🌾 i byn", "👩‍🌾 i byn")]
    [InlineData("<b>Ä</b>", "<b>Ä</b>")]
    public void A_name_is_kept_without_what_cannot_be_seen(string typed, string kept)
    {
        var resident = new Resident("arla@exempelby.example", Now);

        Assert.True(resident.ChooseName(typed).IsSuccess);
        Assert.Equal(kept, resident.DisplayName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("\u202E\u200B")]
    [InlineData("--")]
    [InlineData("a\0b")]
    [InlineData("arla@exempelby.example")]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301a")]
    [InlineData("Fyrtioett tecken är ett för mycket här, ja")]
    public void A_name_that_cannot_be_read_is_refused(string typed) =>
        Assert.IsType<DisplayNameWrong>(new Resident("arla@exempelby.example", Now).ChooseName(typed).Error);

    [Theory]
    [InlineData("Exempelby kommun")]
    [InlineData("MODERATOR")]
    [InlineData("Mode\u200Brator 2")]
    public void A_name_that_passes_for_the_municipality_is_refused(string typed) =>
        Assert.IsType<DisplayNameReserved>(new Resident("arla@exempelby.example", Now).ChooseName(typed).Error);
}

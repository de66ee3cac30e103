using CsCheck;
using Medborgardialog.Domain.Frames;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class LetterCodeTests
{
    private static readonly Gen<string> Typed = Gen.Int[0, int.MaxValue].Select(_ => LetterCode.New().Shown);

    [Fact]
    public void The_alphabet_has_31_symbols_and_none_that_are_taken_for_each_other()
    {
        Assert.Equal(31, LetterCode.Alphabet.Distinct().Count());
        Assert.DoesNotContain(LetterCode.Alphabet, "0O1IU".Contains);
    }

    [Fact]
    public void A_code_is_shown_in_groups_of_four_and_read_back()
    {
        var code = LetterCode.New();

        Assert.Matches("^[2-9A-HJ-NP-TV-Z]{4}(-[2-9A-HJ-NP-TV-Z]{4}){3}-[2-9A-HJ-NP-TV-Z]$", code.Shown);
        Assert.Equal(code, LetterCode.Read(code.Shown).Value);
    }

    [Theory]
    [InlineData("7K4P92MXTQRGABCD")]
    [InlineData("7k4p-92mx-tqrg-abcd")]
    [InlineData(" 7K4P 92MX TQRG ABCD ")]
    [InlineData("7K4P–92MX—TQRG‑ABCD")]
    [InlineData("7К4Р-92МХ-ТQRG-АВСD")]
    [InlineData("７Ｋ４Ｐ９２ＭＸＴＱＲＧＡＢＣＤ")]
    public void Case_spaces_hyphens_and_other_keyboards_do_not_matter(string withoutCheck)
    {
        var meant = new LetterCode("7K4P", "92MXTQRGABCD");

        var read = LetterCode.Read(withoutCheck + "-" + meant.Check);

        Assert.Equal(meant, read.Value);
    }

    [Fact]
    public void Symbols_that_are_not_used_are_read_as_the_ones_they_look_like()
    {
        var meant = new LetterCode("QLVA", "QQLLVVAA2345");

        Assert.Equal(meant, LetterCode.Read("0iuå oö1l üväa 2345" + meant.Check).Value);
    }

    [Fact]
    public void Every_wrong_symbol_is_caught() => Typed.Sample(shown =>
    {
        for (var i = 0; i < shown.Length; i++)
        {
            foreach (var other in LetterCode.Alphabet.Where(c => shown[i] != '-' && c != shown[i]))
            {
                Assert.IsType<CodeMistyped>(LetterCode.Read(shown[..i] + other + shown[(i + 1)..]).Error);
            }
        }
    }, iter: 30);

    [Fact]
    public void Every_exchange_of_two_symbols_is_caught() => Typed.Sample(shown =>
    {
        var symbols = shown.Replace("-", "", StringComparison.Ordinal);
        for (var i = 0; i < 16; i++)
        {
            for (var j = i + 1; j < 16; j++)
            {
                if (symbols[i] != symbols[j])
                {
                    var turned = symbols.ToCharArray();
                    (turned[i], turned[j]) = (turned[j], turned[i]);
                    Assert.IsType<CodeMistyped>(LetterCode.Read(new string(turned)).Error);
                }
            }
        }
    }, iter: 100);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  - - ")]
    public void Nothing_is_not_a_wrong_code(string? typed) => Assert.IsType<CodeMissing>(LetterCode.Read(typed).Error);

    [Theory]
    [InlineData("7K4P-92MX")]
    [InlineData("7K4P-92MX-TQRG-ABCD-EE")]
    [InlineData("7K4P-92MX-TQRG-AB*D-E")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\U0001F600\uD800")]
    public void What_cannot_be_a_code_is_mistyped(string typed) => Assert.IsType<CodeMistyped>(LetterCode.Read(typed).Error);

    [Fact]
    public void A_very_long_text_is_not_read() => Assert.IsType<CodeMistyped>(LetterCode.Read(new string('-', 100_000)).Error);

    [Fact]
    public void The_selector_is_found_also_in_the_whole_code()
    {
        var code = LetterCode.New();

        Assert.Equal(code.Selector, LetterCode.ReadSelector(code.Shown));
        Assert.Equal("7K4P", LetterCode.ReadSelector("7k4p"));
        Assert.Null(LetterCode.ReadSelector("7k4"));
    }

    [Fact]
    public void A_code_that_is_logged_by_mistake_does_not_show_its_secret()
    {
        var code = LetterCode.New();

        Assert.DoesNotContain(code.Secret[..4], $"{code}", StringComparison.Ordinal);
    }

    [Fact]
    public void Symbols_are_drawn_evenly()
    {
        var counts = Enumerable.Range(0, 4_000).SelectMany(_ => LetterCode.New().Secret).CountBy(c => c).ToDictionary();

        // 48,000 draws from 31: 1,548 expected, standard deviation 39. Six of them would be met once in 10^8 runs.
        Assert.Equal(31, counts.Count);
        Assert.All(counts.Values, n => Assert.InRange(n, 1_548 - 240, 1_548 + 240));
    }

    [Fact]
    public void The_kept_secret_opens_for_the_right_code_alone()
    {
        var code = LetterCode.New();
        var (salt, hash) = CodeSecret.Make(code.Secret);

        Assert.True(CodeSecret.Matches(code.Secret, salt, hash));
        Assert.False(CodeSecret.Matches(LetterCode.New().Secret, salt, hash));
        Assert.False(CodeSecret.Matches(code.Secret, null, null));
        Assert.NotEqual(hash, CodeSecret.Make(code.Secret).Hash);
    }
}

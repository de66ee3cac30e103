using System.Text;
using CsCheck;
using Medborgardialog.Domain.Evidence.Measures;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class WordingTests
{
    private static readonly WordingContext Radslag = new(AnswerSource.Open, Consultation: true, VoiceAlone: true);
    private static readonly WordingContext Drawn = new(AnswerSource.ProbabilitySample, VoiceAlone: true);

    public static TheoryData<string, string> Wrong => new()
    {
        { "41 % av invånarna vill ha kvar parkeringen.", "population" },
        { "Drygt 40 procent av kommuninvånarna säger nej.", "population" },
        { "41,5 % (538 personer) av medborgarna valde B.", "population" },
        { "63 procent av Exempelbyborna är trygga.", "population" },
        { "Hälften av kommunens alla invånare vill bygga.", "population" },
        { "Två tredjedelar av befolkningen stöder förslaget.", "population" },
        { "Fyra av tio invånare vill ha alternativ B.", "population" },
        { "De flesta exempelbybor är nöjda.", "population" },
        { "Varannan medborgare säger ja.", "population" },
        { "Var tredje boende är emot.", "population" },
        { "En majoritet av hushållen vill det.", "population" },
        { "Var fjärde ungdom är otrygg.", "population" },
        { "De flesta brukare är nöjda.", "population" },
        { "Majoriteten bland ungdomarna vill ha senare bussar.", "population" },
        { "Av invånarna vill 41 % ha kvar parkeringen.", "population" },
        { "Bland kommunens unga är 63 procent trygga.", "population" },
        { "Andelen invånare som är nöjda är 41 %.", "population" },
        { "Resultatet visar att invånarna vill ha alternativ B.", "population" },
        { "Exempelbyborna är mest nöjda med torget.", "population" },
        { "41 % av invånarna svarade ja.", "population" },
        { "59 % av dem som bor i Exempelby vill det.", "population" },
        { "41 % av de 8 000 invånarna vill det.", "population" },
        { "Folkomröstningen om torget är slut.", "referendum" },
        { "Välkommen till omröstningen!", "referendum" },
        { "Omröstningens resultat blev B.", "referendum" },
        { "Rösta senast söndag.", "referendum" },
        { "1 312 personer röstade.", "referendum" },
        { "B fick 538 röster.", "referendum" },
        { "Valdeltagandet blev 41 %.", "referendum" },
        { "Valresultatet är klart.", "referendum" },
        { "Valet om torget stänger söndag.", "referendum" },
        { "Alternativ B vann valet.", "referendum" },
        { "Rådslaget är ett val om torget.", "referendum" },
        { "Att färre stannar beror på bemötandet.", "causal" },
        { "Nedgången berodde främst på vakanser.", "causal" },
        { "Svar leder till att fler stannar.", "causal" },
        { "Tack vare svaren stannar fler.", "causal" },
        { "Uteblivna svar orsakar missnöje.", "causal" },
        { "På grund av detta byter fler.", "causal" },
        { "Ett svar gör att färre byter.", "causal" },
        { "Effekten av att svara är tydlig.", "causal" },
        { "Det är ett bra resultat.", "evaluative" },
        { "Resultaten är mycket bra.", "evaluative" },
        { "Svarsfrekvensen var hyfsat god, ett gott utfall.", "evaluative" },
        { "Bemötandet är dåligt i Söder.", "evaluative" },
        { "Glädjande nog stannar fler.", "evaluative" },
        { "Tyvärr svarade få.", "evaluative" },
        { "Skillnaden är statistiskt säkerställd.", "interval" },
        { "En säkerställd ökning.", "interval" },
        { "Skillnaden är inte statistiskt säkerställd.", "interval" },
        { "Skillnaden är signifikant.", "interval" },
        { "Felmarginalen är tre procentenheter.", "interval" },
        { "55 % (50–60) valde B.", "interval" },
        { "55 % (mellan 50 och 60 med 95 procents säkerhet)", "interval" },
        { "41 % ± 3", "interval" },
        { "Svaren är representativa för kommunen.", "interval" },
        { "Norr är bäst på att säga till.", "ranking" },
        { "Söder är sämst.", "ranking" },
        { "Norr toppar listan.", "ranking" },
        { "Söder hamnar sist.", "ranking" },
        { "Norr har högst andel som sagt till.", "ranking" },
        { "Enheterna rankas efter hur många som sagt till.", "ranking" },
    };

    public static TheoryData<string> Right =>
    [
        "41 % av dem som svarade vill ha kvar parkeringen.",
        "41 % av de svarande invånarna valde B.",
        "41 % av de invånare som svarade valde B.",
        "Av de invånare som svarade vill 41 % ha kvar parkeringen.",
        "63 % av ungdomarna i panelen är trygga.",
        "18 % av invånarna har svarat.",
        "Fyra av tio unga i panelen är otrygga.",
        "7 % av kommuninvånarna deltog i rådslaget.",
        "41 % av svaren från boende i Centrum gällde parkeringen.",
        "41 % av dem vill ha fler invånare i centrum.",
        "41 procent vill ha fler boende på torget.",
        "18 % av invånarna är under 18 år enligt SCB.",
        "Vi vill veta vad invånarna tycker.",
        "Vill invånarna ha ett torg? Vad tycker medborgarna?",
        "De invånare som svarade vill ha alternativ B.",
        "Rådslaget är öppet för alla invånare.",
        "Deltagarna har själva valt att svara. Intervall visas därför inte; talen gäller dem som svarade.",
        "Någon felmarginal kan inte räknas ut.",
        "Svaren är inte representativa för alla som bor här.",
        "Rådslaget är ingen folkomröstning.",
        "Det här är inte ett val, utan ett samtal.",
        "Folkomröstningen om kärnkraft hölls 1980.",
        "En folkomröstning följer en egen lag och görs inte här.",
        "Valet mellan A och B är ditt.",
        "Val av utförare var svårt för flera.",
        "Kommunfullmäktige röstade om budgeten.",
        "Välj ett förslag.",
        "Vi har hört din röst.",
        "Den kan bero på slumpen.",
        "Skillnader kan bero på vilka som svarar, inte bara på verksamheten.",
        "Siffrorna säger inte vad skillnaden beror på.",
        "Vad beror det på?",
        "Där den som säger till får svar brukar färre vilja byta.",
        "94 % svarade bra bemötande.",
        "18 personer tycker att belysningen är dålig.",
        "En skrev: \"Det är dåligt och inget händer på grund av kommunen.\"",
        "Vi ska säkerställa att belysningen fungerar.",
        "Finansieringen är säkerställd.",
        "Nämnden svarar senast i september.",
        "55 % (538 av 978) valde B.",
        "Torget öppnar kl. 8–17.",
        "16–29 år: 9 procent av svaren och 18 procent av befolkningen",
        "Gruppen är 12 procent av befolkningen.",
        "Få som byter är inte i sig ett gott betyg. Titta också på Sitter fast och Tyst.",
        "Inga träffar med de här valen. Ta bort ett val eller visa alla.",
        "Vilket förslag tycker du är bäst?",
        "Högst antal svar är tre.",
        "Minst tio personer har svarat. Det gäller först och främst Centrum.",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Said_too_much(string sentence, string rule)
    {
        var finding = Wording.Check(sentence, Radslag).FirstOrDefault(f => f.Rule == $"wording.{rule}");

        Assert.NotNull(finding);
        Assert.StartsWith($"wording.{rule}.suggest", finding.Suggestion, StringComparison.Ordinal);
        Assert.InRange(finding.Length, 3, sentence.Length);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Said_as_it_is(string sentence) => Assert.Equal("", Told(sentence, Radslag));

    /// <summary>However a sentence is spaced, broken, hyphenated or shouted, the same is found in the same words of it.</summary>
    [Fact]
    public void Spaces_line_breaks_hyphens_accents_and_capitals_do_not_hide_anything()
    {
        string[] sentences = [.. Wrong.Select(w => w.Data.Item1), .. Right.Select(w => w.Data)];
        Gen.Select(Gen.Int[0, sentences.Length - 1], Gen.Int).Sample((at, seed) =>
        {
            var sentence = sentences[at];
            var written = Rewrite(sentence, new Random(seed));

            Assert.Equal(Told(sentence, Radslag), Told(written, Radslag));
        });
    }

    [Fact]
    public void The_place_is_that_of_the_text_as_written()
    {
        const string Text = "Så här blev det.\r\n\r\n41\u00A0%\nav in\u00ADvå\u00ADnarna  vill.";

        var finding = Assert.Single(Wording.Check(Text, Radslag));

        Assert.Equal("1\u00A0%\nav in\u00ADvå\u00ADnarna", Text.Substring(finding.Position, finding.Length));
        Assert.Equal("1 % av invå-\nnarna", In("41 % av invå-\nnarna vill."));
        Assert.Equal("1 % av inva\u030Anarna", In("41 % av inva\u030Anarna vill."));

        static string In(string text) => Assert.Single(Wording.Check(text, Radslag)) is var f ? text.Substring(f.Position, f.Length) : "";
    }

    [Fact]
    public void A_drawn_sample_and_a_total_survey_speak_for_the_population_and_have_intervals()
    {
        Assert.All([AnswerSource.ProbabilitySample, AnswerSource.TotalSurvey], source =>
            Assert.Empty(Wording.Check("55 % av invånarna (mellan 50 och 60 med 95 procents säkerhet). Skillnaden är statistiskt säkerställd.", new(source))));
        Assert.Equal(
            "wording.population.suggest.panel",
            Assert.Single(Wording.Check("63 % av invånarna är trygga.", new(AnswerSource.PanelVolunteers))).Suggestion);
        Assert.Equal("causal evaluative ranking", Told("Norr är bäst tack vare svaren, ett bra resultat.", Drawn, sort: true));
    }

    [Fact]
    public void What_does_not_concern_the_sentence_is_not_looked_for()
    {
        var survey = new WordingContext(AnswerSource.TotalSurvey, Consultation: false, Finding: false);

        Assert.Empty(Wording.Check("Omröstningen i nämnden leder till ett bra resultat, Norr är bäst.", survey));
        Assert.Equal("referendum", Told("Omröstningen leder till ett bra resultat, Norr är bäst.", survey with { Consultation = true }));
        Assert.Equal("ranking", Told("Omröstningen leder till ett bra resultat, Norr är bäst.", survey with { VoiceAlone = true }));
    }

    /// <summary>A quotation is somebody else's; marks around a word or two do not make one.</summary>
    [Fact]
    public void Quotations_are_left_alone_but_not_words_in_marks()
    {
        Assert.Equal("", Told("En skrev: ”Det är dåligt att 41 % av invånarna inte får svar.”", Radslag));
        Assert.Equal("", Told("»Tack vare svaret stannade jag kvar«", Radslag));
        Assert.Equal("referendum", Told("Resultatet av ”folkomröstningen” är klart.", Radslag));
        Assert.Equal("causal", Told("Det ”beror på” bemötandet.", Radslag));
    }

    [Fact]
    public void Each_phrase_is_found_once_and_in_order()
    {
        var found = Wording.Check("41 % av invånarna röstade. 59 % av invånarna röstade inte. Norr är bäst.", Radslag);

        Assert.Equal(["population", "referendum", "population", "referendum", "ranking"], found.Select(f => f.Rule["wording.".Length..]));
        Assert.Equal(found.Select(f => f.Position).Order(), found.Select(f => f.Position));
        Assert.Empty(Wording.Check("", Radslag));
        Assert.Empty(Wording.Check(" \u00AD\n ", Radslag));
    }

    /// <summary>An allowed phrase must not hide one that follows it.</summary>
    [Fact]
    public void What_is_allowed_in_one_sentence_is_not_allowed_in_the_next() =>
        Assert.Equal("population", Told("41 % av de invånare som svarade vill det. 59 % av invånarna vill inte.", Radslag));

    /// <summary>Long texts of officers, and texts made to be slow, are read to the end.</summary>
    [Fact]
    public void Long_texts_are_read_to_the_end()
    {
        var text = new StringBuilder().Insert(0, "41 % av av av av de de de de flesta flesta val val ", 400).Append(". Norr är bäst.").ToString();

        Assert.Contains(Wording.Check(text, Radslag), f => f.Rule == "wording.ranking");
    }

    private static string Told(string text, WordingContext context, bool sort = false)
    {
        var rules = Wording.Check(text, context).Select(f => f.Rule["wording.".Length..]);
        return string.Join(' ', sort ? rules.Order() : rules);
    }

    private static string Rewrite(string sentence, Random random)
    {
        string[] spaces = [" ", "  ", "\n", "\r\n", "\u00A0", "\u202F", "\t", " \n ", "\u2009"];
        var written = new StringBuilder();
        foreach (var c in sentence)
        {
            _ = c == ' ' ? written.Append(spaces[random.Next(spaces.Length)])
                : random.Next(3) == 0 ? written.Append(char.ToUpperInvariant(c))
                : written.Append(c);
            if (char.IsLetter(c) && random.Next(8) == 0)
            {
                written.Append(random.Next(2) == 0 ? '\u00AD' : '\u200B');
            }
        }

        return random.Next(2) == 0 ? written.ToString() : written.ToString().Normalize(NormalizationForm.FormD);
    }
}

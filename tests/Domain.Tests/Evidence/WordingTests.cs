using System.Text;
using CsCheck;
using Medborgardialog.Domain.Evidence.Measures;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class WordingTests
{
    private static readonly WordingContext Radslag = new(AnswerSource.Open, Consultation: true, VoiceAlone: true);
    private static readonly WordingContext Drawn = new(AnswerSource.ProbabilitySample, VoiceAlone: true);

    public static TheoryData<string, string> Wrong =>
    [
        .. Rows("population",
            [
                "41 % av invånarna vill ha kvar parkeringen.",
                "Drygt 40 procent av kommuninvånarna säger nej.",
                "41,5 % (538 personer) av medborgarna valde B.",
                "63 procent av Exempelbyborna är trygga.",
                "Hälften av kommunens alla invånare vill bygga.",
                "Två tredjedelar av befolkningen stöder förslaget.",
                "Fyra av tio invånare vill ha alternativ B.",
                "De flesta exempelbybor är nöjda.",
                "Varannan medborgare säger ja.",
                "Var tredje boende är emot.",
                "En majoritet av hushållen vill det.",
                "Var fjärde ungdom är otrygg.",
                "De flesta brukare är nöjda.",
                "Nära hälften av Exempelbys medborgare är kritiska till förslaget.",
                "Sex av tio kommunbor vill se fler träd.",
                "Kommuninvånarnas favorit blev alternativ B.",
                "Folkets val blev alternativ B.",
                "59 procent bland kvinnorna valde B.",
                "Majoriteten bland ungdomarna vill ha senare bussar.",
                "Av invånarna vill 41 % ha kvar parkeringen.",
                "Bland kommunens unga är 63 procent trygga.",
                "Andelen invånare som är nöjda är 41 %.",
                "Resultatet visar att invånarna vill ha alternativ B.",
                "Exempelbyborna är mest nöjda med torget.",
                "41 % av invånarna svarade ja.",
                "59 % av dem som bor i Exempelby vill det.",
                "41 % av de 8 000 invånarna vill det.",
            ]),
        .. Rows("referendum",
            [
                "Folkomröstningen om torget är slut.",
                "Välkommen till omröstningen!",
                "Omröstningens resultat blev B.",
                "Rösta senast söndag.",
                "1 312 personer röstade.",
                "B fick 538 röster.",
                "Lägg din röst senast söndag.",
                "Medborgaromröstning om torget",
                "Valdeltagandet blev 41 %.",
                "Valresultatet är klart.",
                "Valet om torget stänger söndag.",
                "Alternativ B vann valet.",
                "Rådslaget är ett val om torget.",
            ]),
        .. Rows("causal",
            [
                "Att färre stannar beror på bemötandet.",
                "Nedgången berodde främst på vakanser.",
                "Svar leder till att fler stannar.",
                "Tack vare svaren stannar fler.",
                "Uteblivna svar orsakar missnöje.",
                "På grund av detta byter fler.",
                "Ett svar gör att färre byter.",
                "Effekten av att svara är tydlig.",
                "Skälet till att fler lämnar är att de inte får svar.",
                "Fler stannar eftersom de fick svar.",
            ]),
        .. Rows("evaluative",
            [
                "Det är ett bra resultat.",
                "Resultaten är mycket bra.",
                "Svarsfrekvensen var hyfsat god, ett gott utfall.",
                "Bemötandet är dåligt i Söder.",
                "Glädjande nog stannar fler.",
                "Tyvärr svarade få.",
                "Enheten har fina siffror.",
            ]),
        .. Rows("interval",
            [
                "Skillnaden är statistiskt säkerställd.",
                "En säkerställd ökning.",
                "Skillnaden är inte statistiskt säkerställd.",
                "Skillnaden är signifikant.",
                "Felmarginalen är tre procentenheter.",
                "55 % (50–60) valde B.",
                "55 % (mellan 50 och 60 med 95 procents säkerhet)",
                "41 % ± 3",
                "Svaren är representativa för kommunen.",
            ]),
        .. Rows("ranking",
            [
                "Norr är bäst på att säga till.",
                "Söder är sämst.",
                "Norr toppar listan.",
                "Söder hamnar sist.",
                "Norr har högst andel som sagt till.",
                "Enheterna rankas efter hur många som sagt till.",
            ]),
    ];

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
        "Färre än hälften av dem som svarade fick svar från kommunen.",
        "Befolkningen i Exempelby är 18 000 personer.",
        "Vi tackar alla invånare som svarat.",
        "Hälften av platserna blir kvar för boende.",
        "Åren jämförs inte eftersom frågan ändrades 2024.",
        "Ditt val sparas på den här enheten.",
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

        Assert.Equal("41\u00A0%\nav in\u00ADvå\u00ADnarna", Text.Substring(finding.Position, finding.Length));
        Assert.Equal("41 % av invå-\nnarna", In("41 % av invå-\nnarna vill."));
        Assert.Equal("41 % av inva\u030Anarna", In("41 % av inva\u030Anarna vill."));

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

    /// <summary>Words of all sentences in any order: whatever is written is read to the end, and findings lie within it.</summary>
    [Fact]
    public void Any_words_in_any_order_are_read()
    {
        string[] words = [.. Wrong.Select(w => w.Data.Item1).Concat(Right.Select(w => w.Data)).SelectMany(s => s.Split(' ')).Distinct()];
        Gen.Int[0, words.Length - 1].Array[0, 60].Sample(
            chosen =>
            {
                var text = string.Join(' ', chosen.Select(w => words[w]));
                Assert.All(Wording.Check(text, Radslag), f => Assert.True(f.Position >= 0 && f.Length > 0 && f.Position + f.Length <= text.Length));
            },
            iter: 2000);
    }

    [Fact]
    public void A_long_text_made_to_be_slow_is_read_to_the_end()
    {
        var text = new StringBuilder().Insert(0, "41 % av av av av de de de de flesta flesta val val ", 400).Append(". Norr är bäst.").ToString();

        Assert.Contains(Wording.Check(text, Radslag), f => f.Rule == "wording.ranking");
    }

    private static IEnumerable<TheoryDataRow<string, string>> Rows(string rule, IEnumerable<string> sentences) =>
        sentences.Select(s => new TheoryDataRow<string, string>(s, rule));

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

using System.Collections.Frozen;

namespace Medborgardialog.Domain.Reports;

/// <summary>The words that the hints know.</summary>
public static partial class PointLint
{
    /// <summary>Infinitives that are also the imperative; the present adds -r. Those in -era need not stand here.</summary>
    private static readonly string[] _regular = Split(
        """
        anordna anpassa ansvara arbeta avsluta avskaffa avvakta bekosta besluta bevara bilda betala börja dela fortsätta fördela förbättra fördubbla förenkla förklara
        förkorta förnya förtydliga förvalta flytta granska hämta inrätta kontakta laga lämna lova minska måla märka mäta ombilda ordna pröva påbörja redovisa rusta samla
        samordna samråda satsa skapa skicka skola sopa spara starta stoppa städa svara säkra testa trygga upphandla uppmana upprätta utbilda utveckla utöka vidga visa
        värna återkoppla ändra öka öppna låna snöröja asfaltera belysa publicera planera plantera
        """);

    /// <summary>Other verbs with the forms they have: imperative, infinitive, present.</summary>
    private static readonly string[] _irregular = Split(
        """
        använd använda använder anställ anställa anställer anlägg anlägga anlägger avsätt avsätta avsätter be ber begär begära behåll behålla behåller belys belyser bjud
        bjuda bjuder bygg bygga bygger byt byta byter driv driva driver erbjud erbjuda erbjuder ersätt ersätta ersätter fortsätt fortsätter fyll fylla fyller följ följa följer för
        föra förbjud förbjuda förbjuder förläng förlänga förlänger förse förser ge ger genomför genomföra gräv gräva gräver gå går gör göra håll hålla håller hyr hyra höj höja höjer
        inför införa inled inleda inleder kartlägg kartlägga kartlägger klipp klippa klipper kräv kräva kräver köp köpa köper kör köra led leda leder lyft lyfta lyfter låt låta
        låter lägg lägga lägger läs läsa läser lös lösa löser märk märker mät mäter möt möta möter ring ringa ringer riv riva river se ser skjut skjuta skjuter skriv skriva skriver
        sköt sköta sköter snöröj snöröjer sprid sprida sprider ställ ställa ställer stäng stänga stänger stärk stärka stärker stöd stödja stödjer stöder säg säga säger sänk sänka sänker
        sätt sätta sätter sök söka söker ta tar tillför tillföra tillsätt tillsätta tillsätter tillåt tillåta tillåter tänd tända tänder undersök undersöka undersöker upplåt upplåta
        upplåter utred utreda utreder utse utser välj välja väljer återställ återställa återställer översätt översätta översätter
        """);

    /// <summary>Forms that are as often something else, so that "och" before them does not mean a second measure.</summary>
    private static readonly FrozenSet<string> _unclear = Split(
        "för stöd led ring köp sätt ställ sök lös möt lyft låt läs hyr hyra höj skola be se ser går gå ta ge fyll följ märk mät riv sköt gräv driv kör klipp dela visa lova laga låna sopa")
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _verbs =
        _regular.Concat(_regular.Select(v => v + "r")).Concat(_irregular).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Common given names of Sweden (Statistics Sweden, Namnstatistik), with a capital.</summary>
    private static readonly FrozenSet<string> _givenNames = Split(
        """
        Agneta Ahmed Alexander Ali Alice Anders Andreas Anette Anita Ann Anna Anna-Karin Anna-Lena Annika Arne Astrid Barbro Bengt Berit Birgitta Björn Bo Britt Britta Camilla Carina
        Carl Caroline Cecilia Charlotte Christer Christian Christina Claes Dan Daniel David Ebba Elin Elisabeth Ella Ellen Elsa Emelie Emil Emma Erik Erika Eva Fatima Filip Fredrik
        Frida Gabriel Göran Gun Gunilla Gunnar Gustav Hanna Hans Hassan Helena Henrik Håkan Ida Inga Inger Ingrid Isabella Jan Jens Jenny Jesper Jessica Joakim Johan Johanna Johannes
        John Jonas Josefin Julia Kajsa Karin Karl Katarina Kenneth Kent Kerstin Kjell Klara Kristina Kurt Lars Leif Lena Lennart Linda Lisa Lotta Louise Maja Malin Marcus Margareta Maria
        Marie Martin Matilda Mats Mattias Mikael Mohamed Monica Monika Nils Niklas Olle Olof Oskar Ove Patrik Per Pernilla Peter Petra Pia Ronny Rolf Roland Sara Sebastian Simon Siv
        Sofia Sonja Stefan Sten Stig Susanne Sven Sören Therese Thomas Tomas Tommy Torbjörn Tove Ulf Ulla Ulrika Viktor Viktoria Yvonne Åke Åsa Örjan
        """).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>First words of places and offices, which are no given names.</summary>
    private static readonly FrozenSet<string> _notGiven = Split(
        "Norra Södra Östra Västra Nya Gamla Stora Lilla Övre Nedre Sankt Inre Yttre Hemtjänst Hemtjänsten Förskolan Skolan Biblioteket Äldreboendet Parken Torget Gatan Kvarteret Vi Nämnden Kommunen Region")
        .ToFrozenSet(StringComparer.Ordinal);

    private static bool IsVerb(string word) => _verbs.Contains(word) || IsVerbInEra(word);

    private static bool IsClearVerb(string word) => IsVerb(word) && !_unclear.Contains(word);

    /// <summary>Verbs in -era are too many to list, and few other words end so.</summary>
    private static bool IsVerbInEra(string word) =>
        word.Length > 5 && (word.EndsWith("erar", StringComparison.OrdinalIgnoreCase)
            || (word.EndsWith("era", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("kamera", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("opera", StringComparison.OrdinalIgnoreCase)));

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

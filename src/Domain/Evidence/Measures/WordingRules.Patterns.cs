using System.Text.RegularExpressions;

namespace Medborgardialog.Domain.Evidence.Measures;

internal static partial class WordingRules
{
    private const string Word = @"[\p{L}\p{N}][\p{L}\p{N}-]*";

    private const string Number = @"(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|hundra)";

    /// <summary>Something that is of something.</summary>
    private const string Part = @"(?:\b\d[\d,.]* ?%|\b\d[\d,.]* procent\b|\bprocent(?:en)?|\bhälften|\b(?:tredje|fjärde|femte|sjätte|åtton|tion)del(?:ar|en|arna)?|\bmajoritet(?:en)?|\bflertalet|\bmerparten|\bde (?:allra )?flesta)";

    /// <summary>Something that stands right before those it counts.</summary>
    private const string Some = $@"\b(?:de (?:allra )?flesta|flertalet|merparten|halva|var(?:annan|tannat|t annat|(?:je)? (?:tredje|fjärde|femte|sjätte|tionde))|{Number} av {Number})";

    private const string Residents =
        @"(?:(?:kommun|stads|orts|by|läns|bostads)?(?:invånar|medborgar)(?:e|na|en|nas|es|ens)|\p{L}*befolkning(?:en|ens)?|\p{L}{3,}bo(?:r|rna|rnas|rs)|boende|väljar(?:e|na|nas|kåren)|hushåll(?:en|ens)?|skattebetalar(?:e|na|nas)|folket|ungdomarna|kvinnorna|männen|flickorna|pojkarna|tjejerna|killarna|föräldrarna|eleverna|barnen|pensionärerna|brukarna|företagarna|de (?:unga|äldre)|(?:kommunens|stadens|ortens|byns) (?:unga|äldre|ungdomar|barn|kvinnor|män|pensionärer|brukare|föräldrar|elever|företagare)|(?:dem|de|alla) som bor)\b";

    private const string TheResidents =
        @"\b(?:(?:kommun|stads|orts|by|läns)?(?:invånarna|medborgarna)|befolkningen|folket|\p{L}{3,}borna|ungdomarna|väljarna|\p{L}{3,}s (?:invånare|medborgare|ungdomar|befolkning))";

    private const string Answered = @"(?:svara(?!(?:de|r|t) (?:ja|nej|att)\b)|besvara|delta|deltog|medverka|tyck\p{L}* till|skrev|skrivit|lämna|fyll|kommentera|(?:är|var|varit) med)";

    private static Regex ShareOfPeople() => Read($@"{Part}(?: \([^)]*\))? (?:av|bland|utav|hos)(?: {Word}){{0,4}}? {Residents}");

    private static Regex SomeOfPeople() => Read($@"{Some}(?: {Word})?? (?:{Residents}|(?:ungdom(?:ar|en)?|kvinn(?:a|or)|män|flick(?:a|or)|pojk(?:e|ar)|tjej(?:er)?|kill(?:e|ar)|föräld(?:er|rar)|elev(?:er)?|brukare|unga|äldre|pensionär(?:er)?)\b)");

    private static Regex AmongPeople() => Read($@"\b(?:av|bland)(?: {Word}){{0,3}}? {Residents}(?:,? {Word}){{0,6}}? (?:\d+(?:,\d+)? ?(?:%|procent)|{Some}|hälften|en majoritet)");

    private static Regex ProportionOfPeople() => Read($@"\bandel(?:en|ar|arna)?(?: av)?(?: {Word}){{0,2}}? {Residents}");

    private static Regex PeopleThink() => Read($@"{TheResidents}(?: {Word}){{0,2}}? (?:vill|tycker|anser|föredrar|stödjer|stöder|önskar|kräver|prioriterar|efterfrågar|valde|väljer|röstade|säger (?:ja|nej)|sa (?:ja|nej)|är (?:mest |mycket |mer |ganska )?(?:nöjda|missnöjda|positiva|negativa|trygga|otrygga|emot|för))\b|\b(?:\p{{L}}*(?:invånarnas|medborgarnas)|folkets|befolkningens|\p{{L}}{{3,}}bornas) (?:favorit|val|vilja|önskan|önskemål|mening|förstahandsval)\b");

    /// <summary>The part is of answers, or the words between are a sentence of their own.</summary>
    private static Regex OfAnswers() => Read(@"svar|delta|medverk|panel|inlägg|synpunkt|\bdem\b(?! som bor)|\bsom\b(?! bor)|\b(?:vill|ska|skulle|tycker|anser|är|har|får|blir|ser|säger|inte)\b");

    private static Regex AnsweredInside() => Read(@"svar|deltag|deltog|medverk|panel|\bsom (?:har )?(?:skrivit|skrev|tyckt)");

    /// <summary>"… som svarade", "… i panelen", and the share who answered: "… har svarat".</summary>
    private static Regex WhoAnswered() => Read($@"^(?:,? {Word}){{0,4}}? (?:(?:som|vilka)(?: {Word}){{0,3}}? {Answered}|(?:i|ur) \p{{L}}*panel)|^(?: {Word}){{0,2}}? {Answered}|^ (?:fick|bjöds|är inbjudna|var inbjudna|kunde svara|får svara)");

    private static Regex OfTheAnswers() => Read(@"^ av (?:svaren|dem som|de som|deltagarna|de svarande)");

    private static Regex Register() => Read(@"folkbokför|\bscb\b|folkmängd|befolkningsstatistik|statistiska centralbyrån|\b(?:procent|%) av (?:svaren|medlemmarna|deltagarna|de svarande)\b|\bfärre än .*medlemmar\b|\bgruppen (?:är|utgör)\b");

    private static Regex Something() => Read(@"[\p{L}\p{N}]");

    private static Regex Asked() => Read($@"\b(?:vad|om|hur|vilka|vilket|vilken|varför|när|där|som|låta|låter|fråga\p{{L}}*|ifall|huruvida)(?: {Word}){{0,2}}? $|\b(?:svarande|deltagande|medverkande) $");

    private static Regex Question() => Read(@"\?[""”»)]* ?$");

    private static Regex Ballot() => Read(@"\b\p{L}*(?:omröstning|folkomrösta)\p{L}*|\bval(?:dag|resultat|deltagande|sedel|sedlar|lokal|urna|urnor|kampanj|rörelse|vinnare|seger)\p{L}*");

    private static Regex Voting() => Read(@"\b(?:fram|ned|ner)?rösta(?:r|de|t|s|des|ts|d|nde)?\b|\bröst(?:ning|berättig|deltagande|resultat|räkning|sedel|sedlar|övervikt|siffr)\p{L}*|\b\d+ röster(?:na)?\b|\bröster (?:för|mot)\b|\b(?:lägg|lägga|lägger|lade|lagt|avge|avger|avgav|avlägg\p{L}*)(?: \p{L}+)? röst(?:en|er)?\b|\bdin röst (?:senast|räknas)\b");

    private static Regex Election() => Read(@"\b(?:(?:är|som|till|inför|håller|ordnar) ett|detta|det här|kommunens|lokalt|vårt|årets|nästa|digitalt) val(?:et)?\b|\b(?:vann|vinna|vinner|vunnit|förlorade|förlora|i) valet\b|\bvalet (?=(?:om|gäller|gällde|hölls|hålls|avgjordes|avgör|slutade|stänger|stängde|öppnar|öppnade|pågår|vanns|visar|visade)\b)");

    private static Regex Denied() => Read($@"\b(?:ingen|inget|inte|ej|aldrig|varken|i stället för|istället för|snarare än|till skillnad från)(?: {Word}){{0,3}}? $");

    /// <summary>A real one, of its year; or that this is none.</summary>
    private static Regex OtherYear() => Read($@"^(?: {Word}){{0,5}}? (?:19|20)\d\d\b|\b(?:görs|hålls|ordnas) inte\b");

    private static Regex Assembly() => Read(@"fullmäktige|nämnden|styrelsen|ledam[oö]t|riksdag|parti(?:et|er)");

    private static Regex ChoiceOf() => Read(@"^ ?(?:av|mellan|att)\b");

    private static Regex Cause() => Read($@"\b(?:beror|berodde|bero|berott)(?: {Word}){{0,2}}? på\b|\b(?:leder|ledde|leda|lett)(?: direkt| ofta| alltid| oftast| i sin tur)? till\b|\btack vare\b|\bpå grund av\b|\bp\.? ?g\.? ?a\b|\b(?:till|som en?) följd av\b|\borsak(?:a|ar|ade|at|as|ades|ats|en|erna)\b|\b(?:gör|gjorde|gjort) att\b|\bmedför(?:a|de|t)?\b|\bresultera(?:r|de|t) i\b|\b(?:bidrar|bidrog|bidragit|bidra) till\b|\bförklaras av\b|\beffekt(?:en)? av\b|\b(?:skälet|anledningen|förklaringen) till (?:(?:{Word}) ){{1,6}}?är\b");

    private static Regex Because() => Read(@"\b(?:eftersom|därför att)\b");

    /// <summary>Something that figures show. Other things have reasons that are known.</summary>
    private static Regex AboutChange() => Read(@"\b(?:fler|färre|ök(?:ar|ade|at|ning\p{L}*)|minsk(?:ar|ade|at|ning\p{L}*)|sjunk\p{L}*|sjönk|steg|stig(?:er|it)|stannar|byter|lämnar|nöjda|missnöjda|tystare|nedgång\p{L}*|uppgång\p{L}*)\b");

    /// <summary>It may be so, or it is said not to be known.</summary>
    private static Regex Hedged() => Read($@"\b(?:kan|kunna|kunde|skulle|behöver|kanske|möjligen|måste inte|vad)(?: {Word}){{0,2}}? $|\b(?:säger|visar|vet|betyder|avgör|svarar|mäter|bevisar|framgår)(?: {Word}){{0,2}}? inte\b|\binte (?:veta|säga|visa|avgöra|svara|bevisa)\b|\bgår inte att\b");

    private static Regex Judgement() => Read(@"\b(?:glädjande|tyvärr|dessvärre|oroande|oroväckande|imponerande|strålande|alarmerande|beklaglig\p{L}*|anmärkningsvär\p{L}*|lysande|katastrofal\p{L}*|fantastisk\p{L}*|utmärkt\p{L}*|enastående|skrämmande|häpnadsväckande|(?:o)?tillfredsställande|föredömlig\p{L}*|pinsam\p{L}*|lyckad\p{L}*|lyckat|misslyckad\p{L}*|misslyckat|usel|uselt|usla|dålig|dåligt|dåliga|undermålig\p{L}*)\b");

    private const string Result = @"(?:resultat(?:et|en)?|siffr(?:a|an|or|orna)|utfall(?:et)?|betyg(?:et|en)?|nivå(?:n|er|erna)?|svarsfrekvens(?:en)?|svarsandel(?:en)?|utveckling(?:en)?|värden?(?:a)?|läge(?:t)?|kvalitet(?:en)?)";

    private static Regex JudgedResult() => Read($@"\b(?:bra|fin|fint|fina|god|gott|goda|bättre|sämre|hyfsat|hyfsade|starkt?|starka|svagt?|svaga|positivt?|positiva|negativt?|negativa) {Result}\b|\b{Result}(?: {Word}){{0,2}}? (?:är|var|blev|ser)(?: mycket| riktigt| ganska| väldigt)? (?:bra|god|gott|goda|bättre|sämre|starkt?|svagt?)\b");

    /// <summary>Somebody else's judgement, told.</summary>
    private static Regex Reported() => Read($@"\b(?:tyck(?:er|te|t)|ans(?:er|åg|ett)|upplev(?:er|de|t)|uppge(?:r|tt)|uppgav|svara(?:r|de|t)|säger|sa|sade|skriver|skrev|beskriv(?:er|it)|beskrev|anger|angav|känner|kände)\b|\binte i sig(?: {Word}){{0,2}}? $");

    private static Regex Margin() => Read(@"\bfelmarginal\p{L}*|\b(?:konfidens|osäkerhets)intervall\p{L}*|\bstatistiskt? (?:säker(?!ställ)|signifikan|osäker)\p{L}*|\bsignifikan\p{L}*|\d ?(?:%|procents?) säkerhet\b");

    private static Regex Figures() => Read(@"± ?\d|\bplus ?minus \d|\d ?(?:%|procent) ?\((?:mellan )?\d+(?:[,.]\d+)? ?(?:%|procent)? ?(?:-|–|och|till) ?\d+|\bp ?[<=] ?0[,.]\d");

    private static Regex Established() => Read(@"\b(?:statistiskt )?säkerställ(?:d|da)\b|\bstatistiskt säkerställ\p{L}*");

    /// <summary>Other things than figures can be säkerställda: money, staff, access.</summary>
    private static Regex AboutFigures() => Read(@"\d|statistisk|skillnad|ökning|minskning|förändring|uppgång|nedgång|andel|resultat|siffr|samband");

    private static Regex CannotBe() => Read(@"\b(?:kan|går) (?:\p{L}+ ){0,2}?inte|\binte kan\b|\butan att\b");

    private static Regex Representative() => Read(@"\brepresentativ(?:a|t)?\b");

    private static Regex NotGiven() => Read(@"\b(?:inte|ingen|inget|inga|utan|saknas|saknar|aldrig|ej|varken)\b");

    private static Regex Place() => Read(@"\b(?:näst )?(?:bäst|bästa|bäste|sämst|sämsta|sämste)\b|\btopp(?:ar|ade|en|listan?|plats\p{L}*)\b|\bbotten(?:plats\p{L}*|en)?\b|\bjumbo\p{L}*|\brank(?:a|as|ad|ade|ar|ing|ning)\p{L}*|\b(?:vinnare|vinnaren|förlorare|förloraren|segrare|segraren)\b|\b(?:första|andra|tredje|sista|delad) plats(?:en)?\b|\b(?:ligger|hamnar|kommer|kom|hamnade|låg) (?:först|sist|etta|tvåa|trea|högst|lägst|överst|underst)\b|\b(?:högst|lägst|störst|minst) andel\p{L}*|\b(?:flest|färst) (?:klagomål|synpunkter)\b");

    private static Regex NotAPlace() => Read(@"^ (?:före|i första hand)");

    /// <summary>
    /// Interpreted and not generated: code that .NET 10 generates for a short lazy loop of several words reads outside its stack when the loop has come to its end
    /// (https://github.com/dotnet/runtime/issues/129511).
    /// </summary>
    private static Regex Read(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
}

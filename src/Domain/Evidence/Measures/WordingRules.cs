
namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>The rules of the wording guard: which apply, and their patterns. Texts are folded before, so there is one space between words and no capital.</summary>
internal static partial class WordingRules
{
    private const string Population = "wording.population";
    private const string Referendum = "wording.referendum";
    private const string Causal = "wording.causal";
    private const string Evaluative = "wording.evaluative";
    private const string Interval = "wording.interval";
    private const string Ranking = "wording.ranking";

    private static readonly WordingRule[] _referendum =
    [
        new(Referendum, Suggest(Referendum), Ballot(), Before: Denied(), After: OtherYear()),
        new(Referendum, Suggest(Referendum), Voting(), Before: Denied(), Sentence: Assembly()),
        new(Referendum, Suggest(Referendum), Election(), Before: Denied(), After: ChoiceOf()),
    ];

    private static readonly WordingRule[] _finding =
    [
        new(Causal, Suggest(Causal), Cause(), Before: Hedged(), Sentence: Question()),
        new(Causal, Suggest(Causal), Because(), Before: Hedged(), Sentence: Question(), Needs: AboutChange()),
        new(Evaluative, Suggest(Evaluative), Judgement(), Before: Reported()),
        new(Evaluative, Suggest(Evaluative), JudgedResult(), Before: Reported()),
    ];

    private static readonly WordingRule[] _interval =
    [
        new(Interval, Suggest(Interval), Margin(), Sentence: NotGiven()),
        new(Interval, Suggest(Interval), Figures(), Sentence: NotGiven()),
        new(Interval, Suggest(Interval), Established(), Before: CannotBe(), Needs: AboutFigures()),
        new(Interval, Suggest(Interval), Representative(), Sentence: NotGiven()),
    ];

    private static readonly WordingRule[] _ranking = [new(Ranking, Suggest(Ranking), Place(), After: NotAPlace(), Sentence: Question())];

    private static readonly WordingRule[] _open = People($"{Population}.suggest.open");
    private static readonly WordingRule[] _panel = People($"{Population}.suggest.panel");

    public static IEnumerable<WordingRule> For(WordingContext context)
    {
        var selfSelected = context.Source is AnswerSource.Open or AnswerSource.PanelVolunteers;
        return
        [
            .. context.Source == AnswerSource.Open ? _open : context.Source == AnswerSource.PanelVolunteers ? _panel : [],
            .. context.Consultation ? _referendum : [],
            .. context.Finding ? _finding : [],
            .. selfSelected ? _interval : [],
            .. context.VoiceAlone ? _ranking : [],
        ];
    }

    private static string Suggest(string rule) => $"{rule}.suggest";

    private static WordingRule[] People(string suggestion) =>
    [
        new(Population, suggestion, ShareOfPeople(), Inside: OfAnswers(), After: WhoAnswered(), Sentence: Register()),
        new(Population, suggestion, SomeOfPeople(), Inside: OfAnswers(), After: WhoAnswered(), Sentence: Register()),
        new(Population, suggestion, AmongPeople(), Inside: AnsweredInside(), Before: Something(), After: OfTheAnswers(), Sentence: Register()),
        new(Population, suggestion, ProportionOfPeople(), Inside: OfAnswers(), After: WhoAnswered(), Sentence: Register()),
        new(Population, suggestion, PeopleThink(), Inside: AnsweredInside(), Before: Asked(), Sentence: Question()),
    ];
}

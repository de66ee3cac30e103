using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class SurveysDraftTests : UseCaseTest
{
    [Fact]
    public async Task An_empty_draft_is_not_sent_for_review_and_says_what_is_missing()
    {
        var saved = await CreateAsync();

        var sent = await Use<SendSurveyForReviewHandler>().HandleAsync(new(saved.Slug, saved.Version), CancellationToken);

        Assert.Equal("hur-ar-hemtjansten", saved.Slug);
        Assert.Equal(Enum.GetValues<SurveyTask>(), Assert.IsType<SurveyIncomplete>(sent.Error).Missing);
    }

    [Fact]
    public async Task Only_officers_build_and_for_others_a_draft_does_not_exist()
    {
        var saved = await CreateAsync();
        User.Roles.Remove(Role.Officer);

        var created = await Use<CreateSurveyHandler>().HandleAsync(new("Min egen", ""), CancellationToken);
        var seen = await Use<GetSurveyBuilderHandler>().HandleAsync(new(saved.Slug), CancellationToken);
        var changed = await Use<SetSurveyChannelsHandler>().HandleAsync(new(saved.Slug, saved.Version, "Ring", "Räknas"), CancellationToken);
        var bank = await Use<ListBankQuestionsHandler>().HandleAsync(new(), CancellationToken);

        Assert.IsType<SurveyForbidden>(created.Error);
        Assert.IsType<SurveyNotFound>(seen.Error);
        Assert.IsType<SurveyNotFound>(changed.Error);
        Assert.IsType<SurveyForbidden>(bank.Error);
    }

    [Fact]
    public async Task An_address_is_given_once_and_never_that_of_another_page()
    {
        await CreateAsync();

        var twice = await Use<CreateSurveyHandler>().HandleAsync(new("Hur är hemtjänsten?", ""), CancellationToken);
        var page = await Use<CreateSurveyHandler>().HandleAsync(new("Ny", ""), CancellationToken);
        var empty = await Use<CreateSurveyHandler>().HandleAsync(new("?", ""), CancellationToken);

        Assert.IsType<SurveySlugTaken>(twice.Error);
        Assert.IsType<SurveySlugTaken>(page.Error);
        Assert.IsType<SlugWrong>(empty.Error);
    }

    [Fact]
    public async Task A_form_that_is_older_than_what_is_saved_is_refused()
    {
        var old = await CreateAsync();
        await Use<SetSurveyChannelsHandler>().HandleAsync(new(old.Slug, old.Version, "Den andras text", ""), CancellationToken);

        var stale = await Use<SetSurveyChannelsHandler>().HandleAsync(new(old.Slug, old.Version, "Min text", ""), CancellationToken);
        var question = await WriteAsync(old, "", Text(QuestionKind.LongText, "Något mer?"));

        Assert.IsType<SurveyChangedMeanwhile>(stale.Error);
        Assert.IsType<SurveyChangedMeanwhile>(question.Error);
        Assert.Equal("Den andras text", await Db.Set<Survey>().AsNoTracking().Select(s => s.OtherWays).SingleAsync(CancellationToken));
    }

    [Fact]
    public async Task A_reworded_choice_keeps_its_key_and_a_new_one_gets_its_own()
    {
        var saved = await CreateAsync();
        saved = (await WriteAsync(saved, "", Text(QuestionKind.Single, "Hur ofta?", "Ofta", "Sälan", "Aldrig"))).Value!;

        saved = (await WriteAsync(saved, "fraga", Text(QuestionKind.Single, "Hur ofta?", "Ofta", "Sällan", "Aldrig"))).Value!;
        saved = (await WriteAsync(saved, "fraga", Text(QuestionKind.Single, "Hur ofta?", "Alltid", "Sällan", "Ofta", "Aldrig"))).Value!;

        Assert.Equal([("alltid", "Alltid"), ("salan", "Sällan"), ("ofta", "Ofta"), ("aldrig", "Aldrig")], (await QuestionsAsync())[0].Choices.Select(c => (c.Key, c.Label)));
    }

    [Fact]
    public async Task Every_kind_keeps_what_it_has_and_nothing_of_the_others()
    {
        var saved = await CreateAsync();
        var everything = Text(QuestionKind.Number, "Vad?", "Ja", "Nej") with
        {
            Choices = [new("Ja"), new("Nej"), new("Vet inte", OutsideBase: true)], Items = ["Ett", "Två"], Lowest = 0, Highest = 10, Decimals = 1, Unit = "timmar", MaxChoices = 2,
        };
        foreach (var kind in Enum.GetValues<QuestionKind>().Where(k => k != QuestionKind.Image))
        {
            var written = await WriteAsync(saved, "", everything with { Kind = kind });
            Assert.True(written.IsSuccess, $"{kind}: {written.Error?.Code}");
            saved = written.Value;
        }

        var questions = (await QuestionsAsync()).ToDictionary(q => q.Kind);
        Assert.Equal(11, questions.Count);
        Assert.Equal(("timmar", 10m, 1), (questions[QuestionKind.Number].Unit, questions[QuestionKind.Number].Highest, questions[QuestionKind.Number].Decimals));
        Assert.All(questions.Values.Where(q => q.Kind != QuestionKind.Number), q => Assert.Null(q.Unit));
        Assert.All(questions.Values, q => Assert.Equal(q.Kind == QuestionKind.Battery ? 2 : 0, q.Items.Count));
        Assert.All(questions.Values, q => Assert.Equal(q.Kind is QuestionKind.Multiple or QuestionKind.Ranking ? 2 : 1, q.MaxChoices));
        Assert.All(questions.Values, q => Assert.Equal(q.IsText || q.IsTyped ? 1 : 3, q.Choices.Count));
    }

    [Fact]
    public async Task Words_of_a_language_follow_the_keys_and_an_empty_line_stays_Swedish()
    {
        var saved = await CreateAsync();
        var text = Text(QuestionKind.Single, "Hur ofta?", "Ofta", "Sällan", "Aldrig") with
        {
            Languages = new Dictionary<string, LanguageLines>(StringComparer.Ordinal) { ["fi"] = new("Kuinka usein?", "", "", ["Usein", "", "Ei koskaan"], []) },
        };

        await WriteAsync(saved, "", text);

        var finnish = (await QuestionsAsync())[0].In("fi");
        Assert.Equal("Kuinka usein?", finnish.Text);
        Assert.Equal(["Usein", "Sällan", "Ei koskaan"], finnish.Choices.Select(c => c.Label));
    }

    [Fact]
    public async Task What_a_condition_asks_for_is_neither_moved_nor_removed_nor_loses_its_choice()
    {
        var saved = await WithConditionAsync();

        var removed = await Use<RemoveSurveyQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga"), CancellationToken);
        var moved = await Use<MoveSurveyQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga-2", -1), CancellationToken);
        var reworded = await WriteAsync(saved, "fraga", Text(QuestionKind.YesNo, "Har du sagt till?", "Nej", "Kanske", "Minns inte"));
        var text = await WriteAsync(saved, "fraga", Text(QuestionKind.LongText, "Har du sagt till?"));

        Assert.Equal(new QuestionAskedFor("Har du sagt till?", "Fick du svar?"), removed.Error);
        Assert.Equal(new QuestionAskedFor("Har du sagt till?", "Fick du svar?"), moved.Error);
        Assert.Equal(new ChoiceAskedFor("Ja", "Fick du svar?"), reworded.Error);
        Assert.Equal(new QuestionAskedFor("Har du sagt till?", "Fick du svar?"), text.Error);
        Assert.Equal(["fraga", "fraga-2"], (await QuestionsAsync()).Select(q => q.Key));
    }

    [Fact]
    public async Task A_condition_is_read_for_its_own_question_and_may_be_taken_away()
    {
        var saved = await WithConditionAsync();

        var itself = await Use<SetSurveyConditionHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga", "fraga är ja"), CancellationToken);
        var unknown = await Use<SetSurveyConditionHandler>().HandleAsync(new(saved.Slug, saved.Version, "finns-inte", "fraga är ja"), CancellationToken);
        var always = await Use<SetSurveyConditionHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga-2", ""), CancellationToken);

        Assert.IsType<ConditionQuestionUnknown>(itself.Error);
        Assert.IsType<QuestionNotFound>(unknown.Error);
        Assert.True(always.IsSuccess);
        Assert.All(await QuestionsAsync(), q => Assert.Null(q.ShowIf));
    }

    [Fact]
    public async Task Questions_to_users_need_to_know_who_they_are()
    {
        var saved = await CreateAsync();
        saved = (await WriteAsync(saved, "", Text(QuestionKind.YesNo, "Har du hemtjänst?", "Ja", "Nej"))).Value!;

        var before = await WriteAsync(saved, "", Text(QuestionKind.LongText, "Hur är den?") with { Perspective = Perspective.User });
        saved = (await Use<SetSurveyConditionHandler>().HandleAsync(new(saved.Slug, saved.Version, "", "fraga är ja"), CancellationToken)).Value!;
        var after = await WriteAsync(saved, "", Text(QuestionKind.LongText, "Hur är den?") with { Perspective = Perspective.User });
        var gone = await Use<SetSurveyConditionHandler>().HandleAsync(new(saved.Slug, after.Value!.Version, "", ""), CancellationToken);

        Assert.IsType<ExperienceMissing>(before.Error);
        Assert.True(after.IsSuccess);
        Assert.IsType<ExperienceMissing>(gone.Error);
    }

    [Fact]
    public async Task At_most_four_breakdowns_are_declared_of_which_the_doors_are_one()
    {
        var saved = await CreateAsync();
        BreakdownVariable Of(int n) => new($"v{n}", $"Variabel {n}", BreakdownSource.Background, [new("a", "A"), new("b", "B")], false);

        var five = await Use<DeclareBreakdownsHandler>().HandleAsync(new(saved.Slug, saved.Version, [.. Enumerable.Range(1, 5).Select(Of)]), CancellationToken);
        var one = await Use<DeclareBreakdownsHandler>().HandleAsync(new(saved.Slug, saved.Version, [Of(1) with { Categories = [new("a", "A")] }]), CancellationToken);
        var four = await Use<DeclareBreakdownsHandler>().HandleAsync(new(saved.Slug, saved.Version, [.. Enumerable.Range(1, 4).Select(Of)]), CancellationToken);

        var twice = await Use<DeclareBreakdownsHandler>().HandleAsync(
            new(saved.Slug, saved.Version, [Of(1) with { Categories = [new("a", "Samma"), new("b", "Samma")] }]), CancellationToken);
        var three = await Use<DeclareBreakdownsHandler>().HandleAsync(new(saved.Slug, saved.Version, [.. Enumerable.Range(1, 3).Select(Of)]), CancellationToken);
        var doors = await Use<DeclareBreakdownsHandler>().HandleAsync(
            new(saved.Slug, three.Value!.Version, [.. Enumerable.Range(1, 3).Select(Of), new("door", "Svarssätt", BreakdownSource.Door, [], Ordered: false)]), CancellationToken);

        Assert.IsType<TooManyVariables>(five.Error);
        Assert.Equal(new TooManyVariables(3), four.Error);
        Assert.IsType<BreakdownWrong>(one.Error);
        Assert.IsType<BreakdownWrong>(twice.Error);
        Assert.True(doors.IsSuccess);
        var declared = await Db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Slug == saved.Slug, CancellationToken);
        Assert.Equal(Enum.GetValues<AnswerDoor>().Length, declared.Breakdowns[^1].Categories.Count);
    }

    [Fact]
    public async Task A_question_goes_into_the_bank_and_out_again_and_a_new_version_leaves_the_old_as_it_was()
    {
        var saved = await WithConditionAsync();
        saved = (await Use<PutInBankHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga-2", "Fått svar"), CancellationToken)).Value!;
        saved = (await Use<PutInBankHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga-2", "fatt-svar"), CancellationToken)).Value!;
        saved = (await WriteAsync(saved, "fraga-2", Text(QuestionKind.YesNo, "Svarade de dig?", "Ja", "Nej"))).Value!;
        saved = (await Use<PutInBankHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga-2", "fatt-svar"), CancellationToken)).Value!;
        saved = (await Use<TakeBankQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, "fatt-svar", 1), CancellationToken)).Value!;

        var missing = await Use<TakeBankQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, "fatt-svar", 3), CancellationToken);
        var latest = await Use<ListBankQuestionsHandler>().HandleAsync(new(), CancellationToken);

        var questions = await QuestionsAsync();
        Assert.Equal(("Fick du svar?", "fatt-svar", 1, null), (questions[^1].Text, questions[^1].BankKey, questions[^1].BankVersion, questions[^1].ShowIf));
        Assert.Equal(("fatt-svar", 2), (questions[1].BankKey, questions[1].BankVersion));
        Assert.Equal(("Svarade de dig?", 2), (Assert.Single(latest.Value!).Question.Text, latest.Value![0].Version));
        Assert.Equal(["Fick du svar?", "Svarade de dig?"], (await Db.Set<BankQuestion>().AsNoTracking().OrderBy(b => b.Version).ToListAsync(CancellationToken)).Select(b => b.Question.Text));
        Assert.IsType<BankQuestionNotFound>(missing.Error);
    }

    [Fact]
    public async Task A_choice_between_pictures_takes_their_files_and_shows_them_when_it_is_published()
    {
        var saved = await CreateAsync();
        var text = Text(QuestionKind.Image, "Vilken bänk?", "Den röda", "Den blå");
        var files = new Dictionary<int, byte[]> { [0] = Png(SKColors.Red), [1] = Png(SKColors.Blue) };

        var bare = await WriteAsync(saved, "", text);
        var torn = await Use<WriteSurveyQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, "", text, new Dictionary<int, byte[]> { [0] = [1, 2, 3] }), CancellationToken);
        var written = await Use<WriteSurveyQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, "", text, files), CancellationToken);
        var reworded = await WriteAsync(written.Value!, "fraga", Text(QuestionKind.Image, "Vilken bänk?", "Den röda", "Den himmelsblå"));
        var picture = (await QuestionsAsync())[0].Choices[1].PictureId!.Value;
        User.Roles.Remove(Role.Officer);
        var seen = await Use<GetPictureHandler>().HandleAsync(new(picture, KnownAlready: false), CancellationToken);
        await Db.Set<Survey>().ExecuteUpdateAsync(s => s.SetProperty(x => x.ManifestHash, "publicerad"), CancellationToken);
        var published = await Use<GetPictureHandler>().HandleAsync(new(picture, KnownAlready: false), CancellationToken);

        Assert.Equal(new ChoicePictureMissing("Den röda"), bare.Error);
        Assert.IsType<PictureUnreadable>(torn.Error);
        Assert.True(reworded.IsSuccess, reworded.Error?.Code);
        Assert.IsType<PictureNotFound>(seen.Error);
        Assert.True(published.Value!.IsPublic);
    }

    private static byte[] Png(SKColor colour)
    {
        using var bitmap = new SKBitmap(40, 30);
        bitmap.Erase(colour);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return encoded.ToArray();
    }

    private async Task<SurveySaved> CreateAsync()
    {
        User.Roles.Add(Role.Officer);
        return (await Use<CreateSurveyHandler>().HandleAsync(new("Hur är hemtjänsten?", ""), CancellationToken)).Value!;
    }

    private async Task<SurveySaved> WithConditionAsync()
    {
        var saved = await CreateAsync();
        saved = (await WriteAsync(saved, "", Text(QuestionKind.YesNo, "Har du sagt till?", "Ja", "Nej"))).Value!;
        saved = (await WriteAsync(saved, "", Text(QuestionKind.YesNo, "Fick du svar?", "Ja", "Nej"))).Value!;
        return (await Use<SetSurveyConditionHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga-2", "1 är ja"), CancellationToken)).Value!;
    }

    private Task<Result<SurveySaved>> WriteAsync(SurveySaved saved, string key, SurveyQuestionText text) =>
        Use<WriteSurveyQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, key, text), CancellationToken);

    private async Task<IReadOnlyList<Question>> QuestionsAsync() => (await Db.Set<Questionnaire>().AsNoTracking().SingleAsync(CancellationToken)).Questions;

    private static SurveyQuestionText Text(QuestionKind kind, string text, params string[] choices) => new(
        kind, "", text, "", Required: false, Headline: false, 1, [.. choices.Select(c => new ChoiceLine(c))], [], null, null, 0, "", PlaceForm.List, null, null, "", [],
        new Dictionary<string, LanguageLines>(StringComparer.Ordinal));
}

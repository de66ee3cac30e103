using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medborgardialog.TestSupport.Classrooms;

/// <summary>What one strategy got right in all runs.</summary>
/// <param name="Expected">What chance would give.</param>
/// <param name="P">Two-sided probability of being so far from it, by the Poisson distribution: the number of fixed points of a random order.</param>
public sealed record StrategyScore(string Strategy, int Runs, int Right, double Expected, double P);

/// <summary>
/// Lessons again and again, each followed by <see cref="DumpAttack"/>. The attacker is helped: the teacher ticks and saves each time somebody
/// comes in, and the dump is taken before anything is shuffled, after the lesson has closed, or after the hour, in turn. Half of the devices
/// answer at once through the ordinary flow, half keep the answer and send it later. The caller must be an officer.
/// </summary>
public sealed class ClassroomTrial(IServiceProvider services, int pupils, int absent)
{
    private readonly Dictionary<string, (int Runs, int Right, double Expected)> _scores = new(StringComparer.Ordinal);

    private NpgsqlDataSource Database => services.GetRequiredService<NpgsqlDataSource>();

    /// <param name="slug">A published survey with one closed question, open now.</param>
    /// <param name="withRows">A leak made on purpose: each pupil has a row that is written when they come in.</param>
    public async Task RunAsync(int run, string slug, bool withRows = false)
    {
        await ExecuteAsync("TRUNCATE ballot, ballot_cast, participation, answer_draft, class_lesson, class_tally, audit_entry");
        var random = new Random(run);
        var list = Names(pupils, random);
        var present = Mixed(list, random).Take(pupils - absent).ToList();
        var truth = await LessonAsync(slug, list, present, random, run % 3, withRows);
        var attack = await DumpAttack.OnAsync(Database, [.. present.Order(StringComparer.Ordinal)]);
        foreach (var guess in attack.Guesses())
        {
            var (runs, right, expected) = _scores.GetValueOrDefault(guess.Strategy);
            _scores[guess.Strategy] = (runs + 1, right + guess.Pairs.Count(p => truth[p.Pupil] == p.Receipt), expected + (double)guess.Pairs.Count / present.Count);
        }
    }

    /// <summary>Best first.</summary>
    public IReadOnlyList<StrategyScore> Scores() =>
        [.. _scores.Select(s => new StrategyScore(s.Key, s.Value.Runs, s.Value.Right, s.Value.Expected, Poisson(s.Value.Right, s.Value.Expected))).OrderBy(s => s.P)];

    private async Task<Dictionary<string, string>> LessonAsync(string slug, string[] list, List<string> present, Random random, int dump, bool withRows)
    {
        var (code, teacher) = await PlanAsync(slug, list);
        await UseAsync<OpenLessonHandler>(h => h.HandleAsync(new OpenLessonCommand(teacher), default));
        var truth = new Dictionary<string, string>(StringComparer.Ordinal);
        var (later, here) = (new List<(string Name, AnswerPass Pass)>(), new HashSet<int>());
        if (withRows)
        {
            await ExecuteAsync("DROP TABLE IF EXISTS class_presence; CREATE TABLE class_presence (name text PRIMARY KEY, present boolean NOT NULL)");
        }

        foreach (var name in present)
        {
            here.Add(Array.IndexOf(list, name));
            await UseAsync<TickPupilsHandler>(h => h.HandleAsync(new TickPupilsCommand(teacher, here), default));
            if (withRows)
            {
                await ExecuteAsync($"INSERT INTO class_presence VALUES ('{name}', true)");
            }

            var passes = new OnePass();
            var entered = Must(await Enter(passes).HandleAsync(new EnterLessonCommand(code), default));
            passes.Give(entered.SurveyId, entered.Pass);
            if (withRows || random.Next(2) == 0)
            {
                truth[name] = await AnswerAsync(entered.Survey, passes, random);
            }
            else
            {
                later.Add((name, entered.Pass));
            }
        }

        foreach (var (name, pass) in Mixed([.. later], random))
        {
            truth[name] = Must(await UseAsync<SyncClassAnswerHandler, Result<BallotCast>>(h => h.HandleAsync(
                new SyncClassAnswerCommand(new DialogueSlug(DialogueKind.Survey, slug), pass, Sheet(random)), default))).ReceiptCode;
        }

        await EndAsync(teacher, dump);
        return truth;
    }

    private async Task EndAsync(TeacherPass teacher, int dump)
    {
        if (dump > 0)
        {
            await UseAsync<CloseLessonHandler>(h => h.HandleAsync(new CloseLessonCommand(teacher), default));
        }

        if (dump > 1)
        {
            await services.GetRequiredService<ILessonGate>().MixAsync(default);
        }
    }

    private async Task<(string Code, TeacherPass Teacher)> PlanAsync(string slug, string[] list)
    {
        var planned = Must(await UseAsync<PlanLessonHandler, Result<LessonPlanned>>(h => h.HandleAsync(
            new PlanLessonCommand(slug, "7A", TimeProvider.System.SwedishToday(), string.Join('\n', list), null), default)));
        var link = Must(await UseAsync<MakeTeacherLinkHandler, Result<TeacherLinkMade>>(h => h.HandleAsync(new MakeTeacherLinkCommand(slug, planned.LessonId), default))).Link;
        var teacher = Must(await UseAsync<FindTeachersLessonHandler, Result<TeacherPass>>(h => h.HandleAsync(new FindTeachersLessonQuery(link[^32..]), default)));
        var view = Must(await UseAsync<GetTeachersLessonHandler, Result<LessonView>>(h => h.HandleAsync(new GetTeachersLessonQuery(teacher), default)));
        return (view.Lesson.Code!, teacher);
    }

    /// <summary>The ordinary flow: a draft, and then the answer.</summary>
    private async Task<string> AnswerAsync(DialogueSlug survey, OnePass passes, Random random)
    {
        await using var scope = services.CreateAsyncScope();
        var found = scope.ServiceProvider;
        var sheet = Sheet(random);
        var (key, answer) = sheet.Answers.Single();
        var draft = Must(await found.GetRequiredService<AnswerQuestionHandler>().HandleAsync(new AnswerQuestionCommand(survey, 1, [.. answer.Choices], null, null), default)).Token;
        var participants = new Participants(found.GetRequiredService<ICurrentUser>(), passes);
        var cast = new CastBallotHandler(found.GetRequiredService<IAnswerDefinitions>(), found.GetRequiredService<IBallotBox>(), found.GetRequiredService<OwnerTags>(), participants);
        return Must(await cast.HandleAsync(new CastBallotCommand(survey, sheet, RandomId.Bytes(16), draft.Id, EditKey.New(), IsNewEditKey: true), default)).ReceiptCode;
    }

    private EnterLessonHandler Enter(OnePass passes) => new(
        services.GetRequiredService<ILessonGate>(), services.GetRequiredService<IAnswerDefinitions>(), passes, services.GetRequiredService<IBallotBox>(), TimeProvider.System);

    private static AnswerSheet Sheet(Random random)
    {
        var sheet = new AnswerSheet();
        sheet.Set("nojd", new Answer([$"{random.Next(3) + 1}"], ""));
        return sheet;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task UseAsync<THandler>(Func<THandler, Task<Result<Done>>> use)
        where THandler : IUseCase => Must(await UseAsync<THandler, Result<Done>>(use));

    private async Task<TResult> UseAsync<THandler, TResult>(Func<THandler, Task<TResult>> use)
        where THandler : IUseCase
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    private static T Must<T>(Result<T> result)
        where T : notnull => result.Value ?? throw new InvalidOperationException(result.Error!.Code);

    private static string[] Names(int count, Random random) => Mixed([.. Enumerable.Range(0, count).Select(n => $"Elev {(char)('A' + (n % 26))}{n}")], random);

    private static T[] Mixed<T>(T[] items, Random random)
    {
        T[] mixed = [.. items];
        random.Shuffle(mixed);
        return mixed;
    }

    private static double Poisson(int right, double expected)
    {
        if (expected <= 0)
        {
            return right == 0 ? 1 : 0;
        }

        var (term, below) = (Math.Exp(-expected), 0d);
        for (var k = 0; k < right; k++)
        {
            below += term;
            term *= expected / (k + 1);
        }

        return Math.Min(1, 2 * Math.Min(Math.Max(0, 1 - below), below + term));
    }

    /// <summary>One device.</summary>
    private sealed class OnePass : IAnswerPasses
    {
        private AnswerPass? _held;

        public AnswerPass? Find(Guid dialogueId) => _held;

        public void Give(Guid dialogueId, AnswerPass pass) => _held = pass;

        public void Forget(Guid dialogueId) => _held = null;

        public void Forget(AnswerDoor door) => _held = _held?.Door == door ? null : _held;
    }
}

using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>
/// P1: completed responses. The anchor's form has all ten questions on one page: one GET and one POST. Here one question is asked
/// per page, so it is measured both ways: the whole walk (start, ten questions, check page, cast, receipt: 25 requests of which
/// 12 are POSTs and 11 are stored), and its last two requests, which carry the same ten answers as the anchor's two.
/// </summary>
internal sealed class WholeAnswers(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    private const double LimeSurvey = 4.73;
    private const int Clients = 16;
    private const int MostPerSecond = 2000;
    private readonly Participants _participants = new(site);
    private long _completed;

    public override IReadOnlyList<string> Numbers => ["P1"];

    public override async Task RunAsync()
    {
        var before = await Site.CountAsync("SELECT count(*) FROM ballot");
        var rounds = await RoundsAsync(LastStepAsync, BareAsync, WalkAsync);
        string[] names = ["check page and cast", "bare form and POST", "whole walk"];
        ReportFailures(rounds, names);
        ReportCpu(rounds, names);

        var step = rounds.Of(0, m => m.Rate);
        var walk = rounds.Of(2, m => m.Rate);
        Report.Add(
            "P1", "Completed responses: check page (GET) + cast (POST) / LimeSurvey, all on one page (4.73/s)", "≥ 100", "≥ 250",
            Report.Spread(step, "/s"), Report.Spread(step.Over(LimeSurvey)), rounds.Others());
        Report.Add(
            "P1", "The same / bare form page (GET) + EF Core endpoint (POST)", "–", "–",
            Report.Spread(step, "/s"), $"{Report.Spread(rounds.Ratio(0, 1, m => m.Rate))} of {Report.Spread(rounds.Of(1, m => m.Rate), "/s")}", rounds.Others());
        Report.Add(
            "P1", "Completed responses: the whole walk, 25 requests, one question a page / LimeSurvey, all on one page (4.73/s)", "–", "–",
            Report.Spread(walk, "/s"), Report.Spread(walk.Over(LimeSurvey)), rounds.Others());
        Report.Check("Completed responses", _completed, await Site.CountAsync("SELECT count(*) FROM ballot") - before);
    }

    private async Task<Measured> LastStepAsync()
    {
        var supply = await _participants.MakeAsync((int)(Effort.Time.TotalSeconds * 4 / 3 * MostPerSecond));
        return await CountedAsync(() => new LastStep(Site.App.Address, supply));
    }

    private async Task<Measured> WalkAsync()
    {
        var supply = await _participants.MakeAsync((int)(Effort.Time.TotalSeconds * 4 / 3 * MostPerSecond / 10), withDrafts: false);
        return await CountedAsync(() => new Walk(Site.App.Address, supply, Site.Exhibit.Questionnaire));
    }

    private async Task<Measured> CountedAsync(Func<Worker> open)
    {
        var measured = await Hammer.RunAsync(Clients, Effort.Time, open, Site.App);
        _completed += measured.Accepted;
        return measured;
    }

    private Task<Measured> BareAsync() => Hammer.RunAsync(Clients, Effort.Time, () => new BareStep(Site.Bare.Address), Site.Bare);

    private sealed class LastStep(Uri server, Supply supply) : Worker
    {
        private readonly Connection _connection = new(server);

        public override async Task<Outcome> NextAsync()
        {
            if (supply.Next() is not { } participant)
            {
                return Outcome.Exhausted;
            }

            var visit = new Visit(_connection, server, participant.FlowCookies);
            var page = await visit.GetAsync(Participant.CheckPath);
            if (page.Status != 200)
            {
                return Fail(page);
            }

            var cast = await visit.PostAsync(Participant.CheckPath, page, ["svar", "nyckel"]);
            return Participant.IsCast(cast) ? Outcome.Accepted : Fail(cast);
        }

        public override void Dispose() => _connection.Dispose();
    }

    private sealed class Walk(Uri server, Supply supply, Questionnaire questionnaire) : Worker
    {
        private const string Start = $"/radslag/{Exhibit.Slug}/svara";
        private readonly Connection _connection = new(server);

        public override async Task<Outcome> NextAsync()
        {
            if (supply.Next() is not { } participant)
            {
                return Outcome.Exhausted;
            }

            var visit = new Visit(_connection, server, participant.SessionCookie);
            var page = await visit.GetAsync(Start);
            var sent = await visit.PostAsync(Start, page, []);
            for (var number = 1; number <= questionnaire.Questions.Count; number++)
            {
                if (sent.Status != 302)
                {
                    return Fail(sent);
                }

                page = await visit.GetAsync($"{Start}/fraga/{number}");
                sent = await visit.PostAsync($"{Start}/fraga/{number}", page, [], Field(questionnaire.Questions[number - 1]));
            }

            page = await visit.GetAsync(Participant.CheckPath);
            sent = await visit.PostAsync(Participant.CheckPath, page, ["svar", "nyckel"]);
            if (!Participant.IsCast(sent))
            {
                return Fail(sent);
            }

            var receipt = await visit.GetAsync($"{Start}/klart");
            return receipt.Status == 200 ? Outcome.Accepted : Fail(receipt);
        }

        public override void Dispose() => _connection.Dispose();

        private static KeyValuePair<string, string> Field(Question question) =>
            question.IsText ? new("text", "Gärna fler bänkar i skuggan.") : new("val", question.Choices[0].Key);
    }

    private sealed class BareStep(Uri server) : Worker
    {
        private readonly Connection _connection = new(server);
        private readonly byte[] _get = Http.Get(server, "/svara");
        private readonly byte[] _post = Http.Post(server, "/svar", "", Enumerable.Range(0, 10).Select(i => new KeyValuePair<string, string>($"q{i}", "3")));

        public override async Task<Outcome> NextAsync()
        {
            var page = await _connection.SendAsync(_get);
            var sent = page.Status == 200 ? await _connection.SendAsync(_post) : page;
            return sent.Status == 302 ? Outcome.Accepted : Fail(sent);
        }

        public override void Dispose() => _connection.Dispose();
    }
}

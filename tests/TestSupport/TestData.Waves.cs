using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    /// <summary>A wave whose survey is open, with a person on its list for each member that was asked; those of the first have answered.</summary>
    /// <param name="returned">The result is public and has been given back; null while it is open.</param>
    public async Task<PanelWave> WaveAsync(Panel panel, int number, IReadOnlyList<Membership> asked, int answered, bool? returned = null, string? slug = null)
    {
        var survey = await SurveyAsync(slug: slug ?? $"{panel.Slug}-{number}");
        var people = await PeopleAsync(survey.Id, ("13–15", "Centrum", asked.Count));
        foreach (var person in people.Take(answered))
        {
            await AnswerAsync(survey.Id, person);
        }

        var wave = new PanelWave(panel.Id, survey.Id, number, isSensitive: false);
        if (returned is { } given)
        {
            await Db.Database.ExecuteSqlAsync(
                $"UPDATE survey SET state = 4, answers_open_at = now() - interval '9 days', closes_at = now() - interval '2 days', results_at = now() - interval '1 day', counted_at = now() WHERE id = {survey.Id}");
            if (given)
            {
                _ = wave.Return("Ni ville ha fler turer.", "Linje 3 går oftare.", "", isCounted: true, "Maria", Now);
            }
        }

        Db.Add(wave);
        Db.AddRange(asked.Zip(people, (m, p) => new WaveInvitation(wave.Id, m.Id, m.ResidentId!.Value, p, DateOnly.FromDateTime(Now.UtcDateTime))));
        await Db.SaveChangesAsync();
        return wave;
    }

    /// <summary>Members since today, so many of each age and area.</summary>
    public async Task<IReadOnlyList<Membership>> MembersAsync(Panel panel, params (int Age, string Area, int Count)[] groups)
    {
        var residents = await ResidentsAsync(groups.Sum(g => g.Count));
        var told = groups.SelectMany(g => Enumerable.Repeat(g, g.Count));
        var members = residents.Zip(told, (r, g) => Membership.Ask(
            panel, r.Id, Asking(panel, r.Id.ToString("N"), g.Age) with { Background = new Dictionary<string, string> { ["area"] = g.Area } }, 0, null,
            DateOnly.FromDateTime(Now.UtcDateTime), Now).Value!).ToList();
        Db.AddRange(members);
        await Db.SaveChangesAsync();
        return members;
    }
}

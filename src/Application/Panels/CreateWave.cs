using Medborgardialog.Application.Common;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Title">Of the wave, at most 80 characters.</param>
/// <param name="IsSensitive">See <see cref="PanelWave.IsSensitive"/>.</param>
public sealed record CreateWaveCommand(string Slug, string Title, bool IsSensitive);

/// <summary>
/// Starts the panel's next wave as a draft of a survey, with everything filled in that the panel decides: who may answer, how answers
/// are kept, what they are broken down by and which series it belongs to. Errors: those of <see cref="PanelDesk"/> and
/// <see cref="CreateSurveyHandler"/>.
/// </summary>
/// <returns>The survey's slug.</returns>
public sealed class CreateWaveHandler(IAppDbContext db, PanelDesk desk, CreateSurveyHandler surveys, ITexts texts) : IUseCase
{
    public async Task<Result<string>> HandleAsync(CreateWaveCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var panel = opened.Value;
        var number = 1 + await db.Set<PanelWave>().Where(w => w.PanelId == panel.Id).MaxAsync(w => (int?)w.Number, cancellationToken) ?? 1;
        var created = await surveys.HandleAsync(new CreateSurveyCommand(command.Title, $"{panel.Slug} {number}"), cancellationToken);
        if (!created.IsSuccess)
        {
            return created.Error;
        }

        var survey = await db.Set<Survey>().SingleAsync(s => s.Slug == created.Value.Slug, cancellationToken);
        Fill(panel, survey, number, await db.Set<Committee>().SingleAsync(c => c.Id == panel.CommitteeId, cancellationToken));
        db.Set<PanelWave>().Add(new PanelWave(panel.Id, survey.Id, number, command.IsSensitive));
        desk.Record("panel.waveCreated", panel.Id, command.Title.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return survey.Slug;
    }

    /// <summary>Also for seeds.</summary>
    internal void Fill(Panel panel, Survey survey, int number, Committee committee)
    {
        _ = survey.SetCommittee(committee.Id, panel.Settings.ContactName, panel.Settings.ContactPhone);
        _ = survey.SetWho(
            texts["panel.wave.eligibility", panel.Settings.Name], AssuranceLevel.LetterCode, AnswerMode.Confidential, panel.IsYouth, panel.Design, invited: 1, population: null);
        _ = survey.SetChannels(texts["panel.wave.otherWays", panel.Settings.ContactPhone], texts["panel.wave.privacy"]);
        _ = survey.SetProgramme(panel.ProgrammeId, texts["panel.wave.edition", number]);
        _ = survey.Declare([.. Breakdowns(panel)]);
    }

    /// <summary>The strata and how long people have been members; what is not filled in by the panel is one group of its own.</summary>
    private IEnumerable<BreakdownVariable> Breakdowns(Panel panel) =>
        panel.Settings.Strata.Take(WaveMembers.MostStrata)
            .Select(s => new BreakdownVariable(
                s.Key, s.Name, BreakdownSource.Background, [.. s.Categories.Select(c => new BreakdownCategory(c.Name, c.Name))], Ordered: s.Key == PanelStratum.Age))
            .Append(new BreakdownVariable(
                WaveMembers.Time, texts["panel.time"], BreakdownSource.Background,
                [.. Enum.GetValues<MemberTime>().Select(t => new BreakdownCategory(t.ToString(), texts[$"panel.time.{t}"]))], Ordered: true));
}

using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Panels;

/// <summary>What a panel decides of each of its waves' surveys.</summary>
public sealed class WaveForm(ITexts texts)
{
    public void Fill(Panel panel, Survey survey, int number, Committee committee)
    {
        _ = survey.SetCommittee(committee.Id, panel.Settings.ContactName, panel.Settings.ContactPhone);
        _ = survey.SetWho(
            texts["panel.wave.eligibility", panel.Settings.Name], AssuranceLevel.LetterCode, AnswerMode.Confidential, panel.IsYouth, panel.Design, invited: 1, population: null);
        _ = survey.SetChannels(texts["panel.wave.otherWays", panel.Settings.ContactPhone], texts["panel.wave.privacy"]);
        _ = survey.SetProgramme(panel.ProgrammeId, texts["panel.wave.edition", number]);
        _ = survey.Declare([.. Breakdowns(panel)]);
    }

    /// <summary>The first strata and how long people have been members.</summary>
    private IEnumerable<BreakdownVariable> Breakdowns(Panel panel) =>
        panel.Settings.Strata.Take(WaveMembers.MostStrata)
            .Select(s => new BreakdownVariable(
                s.Key, s.Name, BreakdownSource.Background, [.. s.Categories.Select(c => new BreakdownCategory(c.Name, c.Name, null, c.Population))],
                Ordered: s.Key == PanelStratum.Age, s.Source))
            .Append(new BreakdownVariable(
                WaveMembers.Time, texts["panel.time"], BreakdownSource.Background,
                [.. Enum.GetValues<MemberTime>().Select(t => new BreakdownCategory(t.ToString(), texts[$"panel.time.{t}"]))], Ordered: true));
}

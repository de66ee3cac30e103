using Medborgardialog.Application.Common;
using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record ApproveSurveyCommand(string Slug, uint Version);

/// <summary>
/// The second person approves what was reviewed: the spelregler are frozen with a public hash and the clock takes over.
/// Errors: those of <see cref="SurveyDesk"/> and of each <see cref="IBeforeApproval"/>, <see cref="SurveyWrongPhase"/>,
/// <see cref="SurveyNeedsSecondPerson"/>, <see cref="SurveyTimesWrong"/>, <see cref="EIdNotConfigured"/>.
/// </summary>
public sealed class ApproveSurveyHandler(IAppDbContext db, SurveyDesk desk, ISignInWays ways, IEnumerable<IBeforeApproval> others) : IUseCase
{
    public async Task<Result<SurveySaved>> HandleAsync(ApproveSurveyCommand command, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>()
            .Where(k => db.Set<Survey>().Any(s => s.Slug == command.Slug && s.CommitteeId == k.Id))
            .Select(k => k.Name)
            .FirstOrDefaultAsync(cancellationToken);
        Func<Task<Result<SurveySaved>>> approve = () => desk.ChangeAsync(
            command.Slug, command.Version, "survey.approved", "",
            (survey, questionnaire) => survey.MinimumAssurance == AssuranceLevel.EId && !ways.HasEId ? new EIdNotConfigured() : survey.Approve(desk.OfficerId, questionnaire, committee ?? "", desk.Now),
            cancellationToken);
        foreach (var other in others)
        {
            var inner = approve;
            approve = () => other.AroundAsync(command.Slug, inner, cancellationToken);
        }

        return await approve();
    }
}

/// <summary>A line of the list of what has to be in place before a survey is approved, from another feature.</summary>
/// <param name="Code">Resource key of its name. Below it, <c>.done</c> and <c>.left</c> say how it stands.</param>
/// <param name="Path">Where to do something about it.</param>
/// <param name="Week">{0} of the sentence: the Monday of a week; null where it is <paramref name="Number"/>.</param>
/// <param name="Number">{0} of the sentence where there is no week.</param>
public sealed record ApprovalCheck(string Code, bool IsDone, string Path, DateOnly? Week = null, int Number = 0);

/// <summary>What other features have to say before a survey is published, and what they do in the same save.</summary>
public interface IBeforeApproval
{
    /// <summary>How it stands with what would be asked for now; empty when the survey is none of theirs. Changes nothing.</summary>
    Task<IReadOnlyList<ApprovalCheck>> ChecksAsync(Survey survey, CancellationToken cancellationToken);


    /// <param name="approve">Approves and saves. Not called where it may not be published.</param>
    /// <returns>Why not, or what came of <paramref name="approve"/>, which is all there is when the survey is none of theirs.</returns>
    Task<Result<SurveySaved>> AroundAsync(string slug, Func<Task<Result<SurveySaved>>> approve, CancellationToken cancellationToken);
}

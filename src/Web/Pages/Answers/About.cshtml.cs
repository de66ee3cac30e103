using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Answers;

/// <summary>S8d: optional questions about the participant and the three exit questions, after the receipt.</summary>
public sealed class AboutModel(ListPopulationGroupsHandler groups, DescribeParticipantHandler describe) : AnswerPage
{
    public PopulationGroups Groups { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var keys = AboutYou.ExitQuestions.Keys.Append(AboutYou.Age).Append(AboutYou.Area);
        var given = keys.ToDictionary(k => k, k => (string?)Request.Form[k].ToString(), StringComparer.Ordinal);
        var described = await describe.HandleAsync(new DescribeParticipantCommand(Dialogue, given, ReadReceipt()?.EditKey), cancellationToken);
        return described.IsSuccess
            ? RedirectDone(Step("/klart"), "about.thanks")
            : Fail(described.Error, "", T["about.closed"]);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (ReadReceipt() is null)
        {
            return Redirect(Local(Step("")));
        }

        Groups = (await groups.HandleAsync(new ListPopulationGroupsQuery(), cancellationToken)).Value!;
        return null;
    }
}

using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.AnswerFlow;

/// <summary>S8d: optional questions about the participant and the three exit questions, after the receipt.</summary>
public sealed class AboutModel(GetDraftHandler get, ListPopulationGroupsHandler groups, DescribeParticipantHandler describe) : AnswerPage
{
    public AnswerDefinition Definition { get; private set; } = null!;

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
        var described = await describe.HandleAsync(new DescribeParticipantCommand(Slug, given, ReadReceipt()?.EditKey), cancellationToken);
        return described.IsSuccess
            ? RedirectDone(Address("/svara/klart"), "about.thanks")
            : Fail(described.Error, "", T["about.closed"]);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetDraftQuery(Slug, null), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        if (ReadReceipt() is null)
        {
            return Redirect(Local(Address("/svara")));
        }

        Definition = found.Value.Definition;
        Groups = (await groups.HandleAsync(new ListPopulationGroupsQuery(), cancellationToken)).Value!;
        SetFrame(Definition.NameInText);
        return null;
    }
}

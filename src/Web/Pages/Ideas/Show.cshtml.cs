using Medborgardialog.Application.Ideas;
using Medborgardialog.Domain.Ideas;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Ideas;

/// <summary>One idea: what it says, where it stands on the ladder, and all that has been done with it.</summary>
public sealed class ShowModel(GetIdeaHandler get, SupportIdeaHandler support, ICurrentUser me) : AppPage
{
    public IdeaView View { get; private set; } = null!;

    public bool IsSignedIn => me.Id is not null;

    /// <summary><c>ja</c>, or <c>nej</c> to take it back.</summary>
    [BindProperty(Name = "med")]
    public string? Choice { get; set; }

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellationToken)
    {
        if (await LoadAsync(address, cancellationToken) is { } other)
        {
            return other;
        }

        return string.Equals(View.Path, $"/ideer/{address}", StringComparison.Ordinal) ? Page() : RedirectPermanent(Local(View.Path));
    }

    public async Task<IActionResult> OnPostSupportAsync(string address, CancellationToken cancellationToken)
    {
        if (await LoadAsync(address, cancellationToken) is { } other)
        {
            return other;
        }

        var supported = await support.HandleAsync(new SupportIdeaCommand(View.Idea.Number, Choice != "nej"), cancellationToken);
        return supported.IsSuccess
            ? RedirectDone($"{View.Path}#jagmed", supported.Value.Supports ? "idea.supported" : "idea.supportedNoMore")
            : Fail(supported.Error);
    }

    private async Task<IActionResult?> LoadAsync(string address, CancellationToken cancellationToken)
    {
        if (IdeaAddress.Number(address) is not { } number)
        {
            return Fail(new IdeaNotFound());
        }

        var found = await get.HandleAsync(new GetIdeaQuery(number), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        return null;
    }
}

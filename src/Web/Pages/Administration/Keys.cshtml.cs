using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Administration;

/// <summary>S31: keys for other systems. A new key is shown in the answer to the form and nowhere else.</summary>
public sealed class KeysModel(ListApiKeysHandler list, CreateApiKeyHandler create, RevokeApiKeyHandler revoke) : AppPage
{
    [BindProperty(Name = "namn")]
    public string? Name { get; set; }

    [BindProperty(Name = "sparra", SupportsGet = true)]
    public Guid? Revoked { get; set; }

    public IReadOnlyList<ApiKeyRow> Keys { get; private set; } = [];

    public ApiKeyCreated? Made { get; private set; }

    public ApiKeyRow? Revoking => Keys.FirstOrDefault(k => k.Id == Revoked && k.RevokedAt is null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) is { } error ? Fail(error) : Page();

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        var made = await create.HandleAsync(new CreateApiKeyCommand(Name ?? ""), cancellationToken);
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return Fail(refused);
        }

        if (!made.IsSuccess)
        {
            return made.Error is ApiKeyNameMissing missing ? Fail(missing, "namn", missing.Max) : Fail(made.Error);
        }

        // No redirect: the key is in no address, no cookie and no history.
        Made = made.Value;
        (Name, Revoked) = (null, null);
        ModelState.Clear();
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        var revoked = await revoke.HandleAsync(new RevokeApiKeyCommand(Revoked ?? Guid.Empty), cancellationToken);
        return revoked.IsSuccess ? RedirectDone("/system/nycklar", "apiKey.revokeDone") : Fail(revoked.Error);
    }

    private async Task<Error?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListApiKeysQuery(), cancellationToken);
        Keys = found.Value ?? [];
        return found.Error;
    }
}

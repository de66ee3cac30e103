using Medborgardialog.Application.Identity;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Administration;

/// <summary>S31: one member of staff; gives a role, or takes one with a question first.</summary>
public sealed class PersonModel(ListStaffHandler list, ListStaffChangesHandler changes, GiveRoleHandler give, TakeRoleHandler take) : AppPage
{
    private const int LongestReason = 500;

    [BindProperty(Name = "roll")]
    public Role Role { get; set; } = Role.Officer;

    [BindProperty(Name = "namnd")]
    public Guid? CommitteeId { get; set; }

    [BindProperty(Name = "skal")]
    public string? Reason { get; set; }

    /// <summary>The role to take away, as <see cref="Name"/> writes it; null while choosing.</summary>
    [BindProperty(Name = "ta", SupportsGet = true)]
    public string? Taken { get; set; }

    public StaffRow Person { get; private set; } = null!;

    public IReadOnlyList<(Guid Id, string Name)> Committees { get; private set; } = [];

    public IReadOnlyList<StaffChange> Changes { get; private set; } = [];

    public HeldRole? Taking => Person.Roles.FirstOrDefault(r => Name(r) == Taken);

    public static string Name(HeldRole held) => held.CommitteeId is { } id ? $"{StaffDesk.Key(held.Role)}.{id:N}" : StaffDesk.Key(held.Role);

    public string Text(HeldRole held) => held.Committee is { } committee ? $"{T[RoleText.Key(held.Role)]}, {committee}" : T[RoleText.Key(held.Role)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } error ? Fail(error) : Page();

    public Task<IActionResult> OnPostGiveAsync(Guid id, CancellationToken cancellationToken) => CarryOutAsync(
        id, "users.given", _ => give.HandleAsync(new GiveRoleCommand(id, Role, CommitteeId, Short(Reason)), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellationToken) => CarryOutAsync(
        id, "users.taken",
        async held => held is null
            ? new RoleNotHeld()
            : await take.HandleAsync(new TakeRoleCommand(id, held.Role, held.CommitteeId, Short(Reason)), cancellationToken),
        cancellationToken);

    private static string? Short(string? reason) => reason?.Length > LongestReason ? reason[..LongestReason] : reason;

    private async Task<IActionResult> CarryOutAsync(
        Guid id, string done, Func<HeldRole?, Task<Result<Done>>> change, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } missing)
        {
            return Fail(missing);
        }

        var changed = await change(Taking);
        return changed.IsSuccess
            ? RedirectDone($"/system/anvandare/{id:D}", done)
            : Fail(changed.Error, changed.Error is RoleReasonMissing ? "skal" : "");
    }

    private async Task<Error?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListStaffQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (found.Value.Staff.FirstOrDefault(s => s.Id == id) is not { } person)
        {
            return new StaffNotFound();
        }

        Person = person;
        Committees = found.Value.Committees;
        var history = await changes.HandleAsync(new ListStaffChangesQuery(id), cancellationToken);
        Changes = history.IsSuccess ? history.Value : [];
        return history.Error;
    }
}

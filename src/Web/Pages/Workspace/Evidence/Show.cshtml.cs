using System.Globalization;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Evidence;

/// <summary>One source of the ledger, row by row; an imported one can be withdrawn, with a question first.</summary>
public sealed class ShowModel(GetEvidenceSourceHandler get, WithdrawEvidenceHandler withdraw) : AppPage
{
    /// <summary>Stands in the address for rows about no unit, since an empty choice is all of them.</summary>
    private const string NoUnit = "-";

    [BindProperty(Name = "slag", SupportsGet = true)]
    public EvidenceKind? Kind { get; set; }

    [BindProperty(Name = "enhet", SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(Name = "period", SupportsGet = true)]
    public string? Period { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty(Name = "dra", SupportsGet = true)]
    public string? Withdrawing { get; set; }

    [BindProperty(Name = "skal")]
    public string? Reason { get; set; }

    /// <summary>The page of rows that is shown, from 1.</summary>
    public int Shown => Math.Clamp(Number ?? 1, 1, View.Pages);

    public EvidenceSourceView View { get; private set; } = null!;

    public DateOnly? From => DateOnly.TryParseExact(Period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public bool IsWithdrawing => Withdrawing is not null && View.MayWithdraw;

    public static string Choice(string unit) => unit.Length > 0 ? unit : NoUnit;

    /// <summary>The same filter on another page.</summary>
    public string Query(int page) => new QueryBuilder
    {
        { "slag", Kind?.ToString() ?? "" }, { "enhet", Unit ?? "" }, { "period", Period ?? "" }, { "sida", page.ToString(CultureInfo.InvariantCulture) },
    }.ToString().TrimStart('?');

    public async Task<IActionResult> OnGetAsync(Guid source, CancellationToken cancellationToken) =>
        await LoadAsync(source, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid source, CancellationToken cancellationToken)
    {
        var withdrawn = await withdraw.HandleAsync(new WithdrawEvidenceCommand(source, Reason ?? ""), cancellationToken);
        if (withdrawn.IsSuccess)
        {
            return RedirectDone($"/arbetsyta/underlag/{source:D}", "ledger.withdraw.done");
        }

        if (!await LoadAsync(source, cancellationToken))
        {
            return NotFound();
        }

        return withdrawn.Error is EvidenceReasonMissing missing ? Fail(missing, "skal", missing.Max) : Fail(withdrawn.Error);
    }

    private async Task<bool> LoadAsync(Guid source, CancellationToken cancellationToken)
    {
        var unit = string.IsNullOrEmpty(Unit) ? null : Unit == NoUnit ? "" : Unit;
        var found = await get.HandleAsync(new GetEvidenceSourceQuery(source, Kind, unit, From, Number ?? 1), cancellationToken);
        if (!found.IsSuccess)
        {
            return false;
        }

        View = found.Value;
        return true;
    }
}

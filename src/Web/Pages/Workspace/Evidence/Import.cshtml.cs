using System.Text;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Evidence;

/// <summary>A file of switches or complaints is checked, shown as what it would change, and brought in.</summary>
public sealed class ImportModel(CheckEvidenceHandler check, GetEvidenceDraftHandler get, ImportEvidenceHandler import) : AppPage
{
    private const string Address = "/arbetsyta/underlag/importera";

    public static readonly IReadOnlyList<EvidenceSourceKind> Kinds = [EvidenceSourceKind.Switching, EvidenceSourceKind.Complaints];

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>A checked file; null while one is chosen.</summary>
    public EvidenceDraftView? Draft { get; private set; }

    /// <summary>What is to be mended in what was just sent; null when there is nothing.</summary>
    public EvidenceChecked? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "utkast")] Guid? draft, CancellationToken cancellationToken)
    {
        if (draft is { } id)
        {
            Draft = (await get.HandleAsync(new GetEvidenceDraftQuery(id), cancellationToken)).Value;
            return Draft is null ? Fail(new EvidenceDraftGone()) : Page();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        if (Input.File is { Length: > LedgerColumns.MaxBytes })
        {
            return Fail(new EvidenceFileTooLarge(), "Input.File");
        }

        var found = await check.HandleAsync(new CheckEvidenceCommand(Input.Kind, Input.File?.FileName ?? "", await BytesAsync(cancellationToken)), cancellationToken);
        var field = Input.File is null && !string.IsNullOrWhiteSpace(Input.Text) ? "Input.Text" : "Input.File";
        if (!found.IsSuccess)
        {
            return found.Error switch
            {
                EvidenceColumnsWrong columns => Fail(columns, field, columns.Missing, columns.Found),
                EvidenceTooMany many => Fail(many, field, many.Max),
                var error => Fail(error, field),
            };
        }

        if (found.Value.Draft is { } draft)
        {
            return Redirect(Local($"{Address}?utkast={draft:D}"));
        }

        Wrong = found.Value.Found;
        return Fail(new EvidenceRowsWrong(), field);
    }

    public async Task<IActionResult> OnPostRunAsync([FromForm(Name = "utkast")] Guid draft, CancellationToken cancellationToken)
    {
        var started = await import.HandleAsync(new ImportEvidenceCommand(draft), cancellationToken);
        return started.IsSuccess ? RedirectDone($"{Address}?utkast={draft:D}", "ledger.import.started") : Fail(started.Error);
    }

    private async Task<byte[]> BytesAsync(CancellationToken cancellationToken)
    {
        if (Input.File is not { } file)
        {
            return Encoding.UTF8.GetBytes(Input.Text ?? "");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    public sealed class Form
    {
        public EvidenceSourceKind Kind { get; set; } = EvidenceSourceKind.Switching;

        public IFormFile? File { get; set; }

        public string? Text { get; set; }
    }
}

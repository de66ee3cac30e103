using System.Globalization;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Frames;

/// <summary>K2: who may answer. A file is checked, brought in, gets letters with codes, and lets go of the addresses.</summary>
public sealed class IndexModel(GetFrameHandler get, IServiceProvider services) : FramePage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What is to be mended in the file that was just sent; null when there is nothing.</summary>
    public FrameChecked? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken) =>
        await LoadAsync(kind, slug, T["frame.title"], cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostCheckAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        var settings = ReadSettings();
        if (Input.File is { Length: > 20 * 1024 * 1024 })
        {
            return await ExplainAsync(kind, slug, new FrameFileTooLarge(), cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(kind, slug, T["frame.title"], cancellationToken) ?? ShowErrors();
        }

        var found = await Use<CheckFrameHandler>().HandleAsync(new CheckFrameCommand(kind, slug, settings, await BytesAsync(cancellationToken)), cancellationToken);
        if (!found.IsSuccess)
        {
            return await ExplainAsync(kind, slug, found.Error, cancellationToken);
        }

        if (found.Value.ErrorCount == 0)
        {
            return Redirect(Local(Address(kind, slug)));
        }

        Wrong = found.Value;
        return await ExplainAsync(kind, slug, new FrameRowsWrong(), cancellationToken);
    }

    public Task<IActionResult> OnPostImportAsync(string kind, string slug, Guid draft, CancellationToken cancellationToken) =>
        EndAsync(kind, slug, Use<ImportFrameHandler>().HandleAsync(new ImportFrameCommand(kind, slug, draft), cancellationToken), "frame.importStarted", cancellationToken);

    public Task<IActionResult> OnPostDropAsync(string kind, string slug, CancellationToken cancellationToken) =>
        EndAsync(kind, slug, Use<DropFrameDraftHandler>().HandleAsync(new DropFrameDraftCommand(kind, slug), cancellationToken), "frame.dropped", cancellationToken);

    public Task<IActionResult> OnPostLettersAsync(string kind, string slug, CancellationToken cancellationToken) =>
        EndAsync(kind, slug, Use<IssueCodesHandler>().HandleAsync(new IssueCodesCommand(kind, slug), cancellationToken), "frame.letters.started", cancellationToken);

    public Task<IActionResult> OnPostForgetAsync(string kind, string slug, CancellationToken cancellationToken) =>
        EndAsync(kind, slug, Use<ForgetAddressesHandler>().HandleAsync(new ForgetAddressesCommand(kind, slug), cancellationToken), "frame.forgotten", cancellationToken);

    public async Task<IActionResult> OnPostFetchAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        var fetched = await Use<DownloadLettersHandler>().HandleAsync(new DownloadLettersCommand(kind, slug), cancellationToken);
        if (!fetched.IsSuccess)
        {
            return await ExplainAsync(kind, slug, fetched.Error, cancellationToken);
        }

        Response.Headers.CacheControl = "no-store";
        return File(fetched.Value.Pdf, "application/pdf", fetched.Value.Name);
    }

    private static string Address(string kind, string slug) => $"/arbetsyta/{kind}/{slug}/urval";

    private async Task<IActionResult> EndAsync<T>(string kind, string slug, Task<Result<T>> work, string done, CancellationToken cancellationToken)
        where T : notnull
    {
        var ended = await work;
        return ended.IsSuccess ? RedirectDone(Address(kind, slug), done) : await ExplainAsync(kind, slug, ended.Error, cancellationToken);
    }

    private async Task<IActionResult> ExplainAsync(string kind, string slug, Error error, CancellationToken cancellationToken)
    {
        if (await LoadAsync(kind, slug, T["frame.title"], cancellationToken) is { } refused)
        {
            return refused;
        }

        return error switch
        {
            FrameColumnsWrong columns => Fail(error, "Input.File", columns.Columns, columns.Found),
            FrameFileMissing or FrameFileTooLarge or FrameFileNotText or FrameRowsWrong => Fail(error, "Input.File"),
            FrameSettingsWrong { Field: "source" } => Fail(error, "Input.Source"),
            FrameSettingsWrong { Field: "ages" } => Fail(error, "Input.Youngest"),
            FrameSettingsWrong => Fail(error, "Input.ReferenceDate"),
            _ => Fail(error),
        };
    }

    private FrameSettings ReadSettings()
    {
        var day = DateOnly.TryParseExact(Input.ReferenceDate?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : default;
        return new FrameSettings(
            PlainText.Clean(Input.Source ?? ""), day, Age("Input.Youngest", Input.Youngest), Age("Input.Oldest", Input.Oldest),
            [.. PlainText.Clean(Input.Areas ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(200)]);
    }

    private int? Age(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (!int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var age))
        {
            ModelState.AddModelError(field, T["frame.settings.ages"]);
        }

        return age;
    }

    private async Task<byte[]?> BytesAsync(CancellationToken cancellationToken)
    {
        if (Input.File is not { } file)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private THandler Use<THandler>()
        where THandler : class, IUseCase => services.GetRequiredService<THandler>();

    public sealed class Form
    {
        public string? Source { get; set; }

        public string? ReferenceDate { get; set; }

        public string? Youngest { get; set; }

        public string? Oldest { get; set; }

        public string? Areas { get; set; }

        public IFormFile? File { get; set; }
    }
}

using System.Globalization;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Draws;

/// <summary>The dry check: two files and what they are to be drawn by. Nothing is kept until both are sound.</summary>
public sealed class NewModel(CheckDrawHandler check) : OfficerPage
{
    private const int LargestFile = 20 * 1024 * 1024;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What is to be mended in the files that were just sent; null when there is nothing.</summary>
    public DrawChecked? Wrong { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        foreach (var (field, file) in new[] { ("Input.Respondents", Input.Respondents), ("Input.Categories", Input.Categories) }.Where(f => f.Item2?.Length > LargestFile))
        {
            ModelState.AddModelError(field, "frame.fileTooLarge");
        }

        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var settings = new PanelDrawSettings(
            PlainText.Clean(Input.Name ?? ""), Number(Input.Size), [.. Columns(Input.Household)], PlainText.Clean(Input.IdColumn ?? ""), Number(Input.Limit));
        var found = await check.HandleAsync(
            new CheckDrawCommand(settings, await BytesAsync(Input.Respondents, cancellationToken), await BytesAsync(Input.Categories, cancellationToken)), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error is PanelDrawSettingsWrong wrong ? Fail(wrong, $"Input.{char.ToUpperInvariant(wrong.Field[0])}{wrong.Field[1..]}") : Fail(found.Error);
        }

        if (found.Value.ErrorCount == 0)
        {
            return RedirectDone($"/arbetsyta/lottningar/{found.Value.Slug}", "draw.checked");
        }

        Wrong = found.Value;
        return Fail(new PanelDrawRowsWrong(), Wrong.Errors[0].IsOfCategories ? "Input.Categories" : "Input.Respondents");
    }

    private static IEnumerable<string> Columns(string? typed) =>
        PlainText.Clean(typed ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(10);

    private static int Number(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async Task<byte[]?> BytesAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Size { get; set; }

        public IFormFile? Respondents { get; set; }

        public IFormFile? Categories { get; set; }

        public string? Household { get; set; }

        public string? IdColumn { get; set; }

        public string? Limit { get; set; } = "20";
    }
}

using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>One option: its texts, its consequences, its picture.</summary>
public sealed class OptionTextModel(
    GetBuilderHandler get, DescribeOptionHandler describe, SetOptionPictureHandler setPicture, RemoveOptionHandler remove) : BuilderPage(get)
{
    private const string Step = "bygg/alternativ";

    [BindProperty]
    public Form Input { get; set; } = new();

    public Option Option { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string letter, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, letter, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            Name = Option.Name,
            Idea = Option.Idea,
            Description = Option.Description,
            ShortHint = Option.ShortHint,
            PictureText = Option.PictureText,
            Aspects = [.. Draft.AspectNames.Select((_, i) => i < Option.Aspects.Count ? Option.Aspects[i] : "")],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string letter, CancellationToken cancellationToken)
    {
        var version = Version;
        if (await FindAsync(slug, letter, cancellationToken) is { } refused)
        {
            return refused;
        }

        Version = version;
        Limit("Input.Name", Input.Name, 80);
        Limit("Input.Idea", Input.Idea, 400);
        Limit("Input.Description", Input.Description);
        Limit("Input.ShortHint", Input.ShortHint, 120);
        Limit("Input.PictureText", Input.PictureText, 500);
        Input.Aspects = [.. Draft.AspectNames.Select((_, i) => i < Input.Aspects.Count ? Input.Aspects[i] ?? "" : "")];
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var text = new OptionText(
            Input.Name ?? "", Input.Idea ?? "", Input.Description ?? "", Input.ShortHint ?? "", Input.PictureText ?? "", [.. Input.Aspects.Select(a => a ?? "")]);
        var saved = await describe.HandleAsync(new DescribeOptionCommand(slug, version, Option.Id, text), cancellationToken);
        if (saved.IsSuccess && Input.Picture is { Length: > 0 } file)
        {
            saved = await setPicture.HandleAsync(
                new SetOptionPictureCommand(slug, saved.Value.Version, Option.Id, await ReadAsync(file, cancellationToken)), cancellationToken);
        }

        return await EndAsync(
            saved, slug, Title(letter), s => $"/arbetsyta/radslag/{s}/{Step}", "builder.saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, string letter, CancellationToken cancellationToken)
    {
        var version = Version;
        if (await FindAsync(slug, letter, cancellationToken) is { } refused)
        {
            return refused;
        }

        var saved = await remove.HandleAsync(new RemoveOptionCommand(slug, version, Option.Id), cancellationToken);
        return await EndAsync(saved, slug, Title(letter), s => $"/arbetsyta/radslag/{s}/{Step}", "builder.optionRemoved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.name"], Option.Name),
        (T["field.idea"], Option.Idea),
        (T["field.description"], Option.Description),
        .. Draft.AspectNames.Select((name, i) => (name, i < Option.Aspects.Count ? Option.Aspects[i] : "")),
        (T["field.pictureText"], Option.PictureText),
    ];

    private async Task<IActionResult?> FindAsync(string slug, string letter, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title(letter), cancellationToken) is { } refused)
        {
            return refused;
        }

        var option = Draft.Options.FirstOrDefault(o => string.Equals(o.Letter, letter, StringComparison.OrdinalIgnoreCase));
        if (option is null)
        {
            return NotFound();
        }

        Option = option;
        return null;
    }

    private string Title(string letter) => T["builder.option", letter.ToUpperInvariant()];

    /// <summary>One byte over the limit is enough for the refusal; the rest is not read.</summary>
    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        const int max = (10 * 1024 * 1024) + 1;
        var bytes = new byte[(int)Math.Min(file.Length, max)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Idea { get; set; }

        public string? Description { get; set; }

        public string? ShortHint { get; set; }

        public string? PictureText { get; set; }

        public List<string?> Aspects { get; set; } = [];

        public IFormFile? Picture { get; set; }
    }
}

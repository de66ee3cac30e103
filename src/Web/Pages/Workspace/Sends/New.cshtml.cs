using System.Globalization;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Sends;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Sends;

/// <summary>A new send: looked at as one of the receivers would see it, then planned.</summary>
public sealed class NewModel(ListSendsHandler list, PreviewSendHandler preview, PlanSendHandler plan, IServiceProvider services) : SendPage(list)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null until somebody has asked for it.</summary>
    public SendPreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(kind, slug, T["send.new"], cancellationToken) is { } refused)
        {
            return refused;
        }

        var first = View.Kinds.Count > 0 ? View.Kinds[0].Kind : SendKind.Invitation;
        var part = first == SendKind.Invitation ? "invitation" : "reminder";
        Input = new Form { SendKind = first, Subject = T[$"send.default.{part}.subject", View.Dialogue.Name], Text = T[$"send.default.{part}.text"] };
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(kind, slug, T["send.new"], cancellationToken) is { } refused)
        {
            return refused;
        }

        if (ReadTime() is not { } read)
        {
            return Explain(new SendTimeWrong());
        }

        var found = await preview.HandleAsync(new PreviewSendQuery(kind, slug, Input.SendKind, Input.Channel, Words(), read.At), cancellationToken);
        Preview = found.Value;
        return found.IsSuccess ? Page() : Explain(found.Error);
    }

    public async Task<IActionResult> OnPostPlanAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(kind, slug, T["send.new"], cancellationToken) is { } refused)
        {
            return refused;
        }

        if (ReadTime() is not { } read)
        {
            return Explain(new SendTimeWrong());
        }

        var planned = await plan.HandleAsync(new PlanSendCommand(kind, slug, Input.SendKind, Input.Channel, Words(), read.At), cancellationToken);
        return planned.IsSuccess
            ? RedirectDone($"/arbetsyta/{kind}/{slug}/utskick", "send.done.planned", services.GetRequiredService<Dates>().Moment(planned.Value.At))
            : Explain(planned.Error);
    }

    private IActionResult Explain(Error error) => error switch
    {
        SendTextWrong { Field: "subject" } => Fail(error, "Input.Subject"),
        SendTextWrong { Field: "english" } => Fail(error, "Input.EnglishText"),
        SendTextWrong => Fail(error, "Input.Text"),
        SendTooSoon soon => Fail(error, "Input.At", services.GetRequiredService<Dates>().Day(soon.Earliest)),
        SendTimeWrong or SendAfterClosing or SendBeforeOpening => Fail(error, "Input.At"),
        _ => Fail(error),
    };

    /// <summary>Null when what was typed is no time; an empty field is as soon as it may be.</summary>
    private (DateTimeOffset? At, bool IsRead)? ReadTime()
    {
        if (string.IsNullOrWhiteSpace(Input.At))
        {
            return (null, true);
        }

        return DateTime.TryParseExact(Input.At.Trim(), ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed)
            && SwedishTime.ToInstant(typed) is { } at ? (at, true) : null;
    }

    private SendTexts Words() => new(
        PlainText.Clean(Input.Subject ?? ""), PlainText.Clean(Input.Text ?? ""), PlainText.Clean(Input.EnglishSubject ?? ""), PlainText.Clean(Input.EnglishText ?? ""));

    public sealed class Form
    {
        public SendKind SendKind { get; set; }

        public SendChannel Channel { get; set; }

        public string? Subject { get; set; }

        public string? Text { get; set; }

        public string? EnglishSubject { get; set; }

        public string? EnglishText { get; set; }

        public string? At { get; set; }
    }
}

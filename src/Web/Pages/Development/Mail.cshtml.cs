using Medborgardialog.Application.Mail;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Development;

/// <summary>The mail of an installation that sends none: development, demo and tests. Not found anywhere else.</summary>
public sealed class MailModel(IServiceProvider services) : AppPage
{
    private const int Shown = 50;

    public IReadOnlyList<ReceivedMail> Mails { get; private set; } = [];

    [FromQuery(Name = "till")]
    public string? To { get; set; }

    public IActionResult OnGet()
    {
        if (services.GetService<IMailbox>() is not { } mailbox)
        {
            return NotFound();
        }

        Mails = [.. mailbox.Mails.Where(m => To is null || string.Equals(m.To, To, StringComparison.OrdinalIgnoreCase)).Take(Shown)];
        return Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal) ? new JsonResult(Mails) : Page();
    }
}

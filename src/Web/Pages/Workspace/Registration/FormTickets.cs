using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Domain.Registration;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Pages.Workspace.Registration;

/// <summary>
/// Whose form is being typed, carried by the page itself, sealed: the code was tried once and is not kept, and nobody can put another
/// person in. Good for a working day, for the officer who got it, in that batch.
/// </summary>
public sealed class FormTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(12);
    private readonly IDataProtector _protector = protection.CreateProtector("registration-form");

    /// <param name="batch">Local address of the batch.</param>
    public string Write(FormHolder holder, string batch, Guid? officer) =>
        _protector.Protect(JsonSerializer.Serialize(new Ticket(holder, batch, officer, clock.GetUtcNow())));

    /// <returns>Null when it is none of this officer's in this batch, or too old.</returns>
    public FormHolder? Read(string? ticket, string batch, Guid? officer)
    {
        try
        {
            var read = ticket is null ? null : JsonSerializer.Deserialize<Ticket>(_protector.Unprotect(ticket));
            var now = clock.GetUtcNow();
            return read is not null && read.Batch == batch && read.Officer == officer && read.At <= now && now - read.At < _lifetime ? read.Holder : null;
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private sealed record Ticket(FormHolder Holder, string Batch, Guid? Officer, DateTimeOffset At);
}

using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Security;

/// <summary>
/// The pass of a class as the device keeps it until the answer has been sent: sealed, so that it can be neither made nor read there, and good
/// for a week, since a device that was offline in the lesson may meet a network days later. The cookie may be gone by then.
/// </summary>
public sealed class ClassTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(7);
    private readonly IDataProtector _protector = protection.CreateProtector("class-ticket");

    public string Seal(DialogueSlug survey, AnswerPass pass) => _protector.Protect(JsonSerializer.Serialize(
        new Kept(survey.Slug, pass.PersonId, pass.OwnerSecret!, pass.LessonId!.Value, clock.GetUtcNow())));

    /// <returns>Null when it is none of ours, or too old.</returns>
    public (DialogueSlug Survey, AnswerPass Pass)? Open(string? ticket)
    {
        try
        {
            return ticket is { Length: > 0 } && JsonSerializer.Deserialize<Kept>(_protector.Unprotect(ticket)) is { } kept && clock.GetUtcNow() - kept.At < _lifetime
                ? (new DialogueSlug(DialogueKind.Survey, kept.Slug), new AnswerPass(kept.PersonId, AnswerDoor.Classroom) { OwnerSecret = kept.OwnerSecret, LessonId = kept.LessonId })
                : null;
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private sealed record Kept(string Slug, Guid PersonId, string OwnerSecret, Guid LessonId, DateTimeOffset At);
}

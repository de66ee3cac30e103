using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Registration;

/// <summary>What all that staff do when they register has in common: the dialogue is found, only officers know of it, and whose form it is.</summary>
public sealed class RegistrationDesk(IAppDbContext db, ICurrentUser user, IAnswerDefinitions definitions, IDialogueKeys keys, TimeProvider clock)
{
    private const string Consultations = "radslag";
    private const string Surveys = "enkater";

    public DateTimeOffset Now => clock.GetUtcNow();

    public Guid OfficerId => user.Id ?? Guid.Empty;

    /// <summary>Where a dialogue lies, or null for a kind that there is not.</summary>
    /// <param name="kind">First part of its address.</param>
    public static DialogueSlug? SlugOf(string kind, string slug) => kind switch
    {
        Consultations => new DialogueSlug(DialogueKind.Consultation, slug),
        Surveys => new DialogueSlug(DialogueKind.Survey, slug),
        _ => null,
    };

    /// <summary><see cref="RegistrationNotFound"/> when there is no such published dialogue, and for all who are no officers.</summary>
    public async Task<Result<AnswerDefinition>> OpenAsync(string kind, string slug, CancellationToken cancellationToken) =>
        ConsultationAccess.MayBuild(user) && SlugOf(kind, slug) is { } dialogue && await definitions.FindAsync(dialogue, cancellationToken) is { } definition
            ? definition
            : new RegistrationNotFound();

    /// <summary>The dialogue with one of its batches and how it is registered. <see cref="RegistrationNotFound"/>.</summary>
    public async Task<Result<(AnswerDefinition Definition, RegistrationSetup Setup, RegistrationBatch Batch)>> OpenBatchAsync(
        string kind, string slug, int number, CancellationToken cancellationToken)
    {
        var found = await OpenAsync(kind, slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var id = found.Value.DialogueId;
        var batch = await db.Set<RegistrationBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.DialogueId == id && b.Number == number, cancellationToken);
        var setup = batch is null ? null : await db.Set<RegistrationSetup>().AsNoTracking().SingleOrDefaultAsync(s => s.DialogueId == id, cancellationToken);
        return batch is null || setup is null ? new RegistrationNotFound() : (found.Value, setup, batch);
    }

    /// <summary>Whether each form carries a code. Where there are none, the forms are told apart by their numbers.</summary>
    public async Task<bool> HasCodesAsync(AnswerDefinition definition, CancellationToken cancellationToken) =>
        definition.MinimumAssurance == AssuranceLevel.LetterCode
        || await db.Set<Frame>().AnyAsync(f => f.DialogueId == definition.DialogueId && f.CodesIssuedAt != null, cancellationToken);

    /// <summary>
    /// Holder of a form without a code: the first 16 bytes of HMAC-SHA-256(key of the dialogue, <c>form/batch/number</c>), so that the same
    /// form typed twice is one answer, and nothing leads from the answer to the pile when the key is gone.
    /// </summary>
    /// <returns>Null when the key has been destroyed: the box is sealed.</returns>
    public async Task<FormHolder?> HolderOfNumberAsync(AnswerDefinition definition, int batch, int number, CancellationToken cancellationToken) =>
        await keys.FindAsync(definition.DialogueId, cancellationToken) is { } key
            ? new FormHolder(new Guid(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"form/{batch}/{number}")).AsSpan(0, 16)), $"{number}")
            : null;

    /// <summary>The questions that stand on a form: with the add-ons of the unit that the list has for the one it belongs to.</summary>
    /// <param name="holder">See <see cref="FormHolder"/>.</param>
    public async Task<Route> RouteOfAsync(AnswerDefinition definition, Guid holder, CancellationToken cancellationToken) =>
        definition.Questionnaire.Questions.Any(q => q.IsAddOn)
            ? definition.Questionnaire.Route.For(await db.Set<FramePerson>().Where(p => p.Id == holder).Select(p => p.Unit).SingleOrDefaultAsync(cancellationToken))
            : definition.Questionnaire.Route;

    /// <returns>Null when the key has been destroyed.</returns>
    public async Task<byte[]?> SealAsync(Guid dialogueId, Guid entryId, AnswerSheet sheet, CancellationToken cancellationToken) =>
        await keys.FindAsync(dialogueId, cancellationToken) is { } key ? EntrySeal.Seal(key, entryId, sheet) : null;

    /// <returns>Null when the key has been destroyed.</returns>
    public async Task<AnswerSheet?> UnsealAsync(RegisteredEntry entry, byte[] sheet, CancellationToken cancellationToken) =>
        await keys.FindAsync(entry.DialogueId, cancellationToken) is { } key ? EntrySeal.Open(key, entry.Id, sheet) : null;

    /// <summary>Why nothing can be registered now, by the application's clock; null when it can. The database decides in the end.</summary>
    public Error? Refusal(AnswerDefinition definition) => definition switch
    {
        { MinimumAssurance: > AssuranceLevel.LetterCode } => new FormsNotTaken(),
        { State: BoxState.Cancelled } => new AnswersCancelled(),
        { State: BoxState.Paused } => new AnswersPaused(),
        _ when Now < definition.Times.OpenAt => new AnswersNotOpen(),
        _ when definition.State != BoxState.Published || Now >= definition.Times.ClosesAt => new AnswersClosed(definition.Times.ClosesAt),
        _ => null,
    };

    /// <param name="action">Key below <c>audit.</c>, for example <c>registration.begun</c>.</param>
    public void Record(string action, Guid dialogueId, string reason = "") =>
        db.Set<AuditEntry>().Add(new AuditEntry(
            user.Id, user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "", action, dialogueId, reason, Now));
}

using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Sends;

/// <param name="At">When it should begin; null for as soon as it may.</param>
public sealed record PreviewSendQuery(string Kind, string Slug, SendKind SendKind, SendChannel Channel, SendTexts Texts, DateTimeOffset? At);

/// <summary>What would happen.</summary>
/// <param name="To">A real receiver, masked; empty when there is none.</param>
/// <param name="Parts">Parts of the text message to that person; 0 for other channels.</param>
/// <param name="Cost">Kronor for all; null when it is not known or costs nothing here.</param>
/// <param name="Begins">The first allowed instant from when it was to begin.</param>
public sealed record SendPreview(SendAudience Audience, string To, string Subject, string Text, int Parts, decimal? Cost, DateTimeOffset Begins);

/// <summary>
/// Shows a send as one of the receivers would get it, with a link that opens nothing. Errors: <see cref="SendNotFound"/>,
/// <see cref="SendNobody"/>, <see cref="SendSmsOff"/> and those of <see cref="Send.Plan"/>.
/// </summary>
public sealed class PreviewSendHandler(
    SendDesk desk, SendHours hours, ISendLedger ledger, SendWriting writing, ISmsGateway sms, IOptions<SendOptions> options) : IUseCase
{
    private static readonly string _noToken = new('x', LinkToken.Length);

    public async Task<Result<SendPreview>> HandleAsync(PreviewSendQuery query, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(query.Kind, query.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var (dialogue, frame, _) = opened.Value;
        if (frame is not { AddressesForgottenAt: null })
        {
            return new SendNobody();
        }

        if (query.Channel == SendChannel.Sms && !sms.IsOn)
        {
            return new SendSmsOff();
        }

        var now = await ledger.NowAsync(cancellationToken);
        var planned = Send.Plan(opened.Value.Rules, query.SendKind, query.Channel, query.Texts, query.At ?? now, hours.Of(frame), desk.OfficerId, now);
        if (!planned.IsSuccess)
        {
            return planned.Error;
        }

        var audience = await ledger.CountAsync(dialogue.DialogueId, query.SendKind, query.Channel, cancellationToken);
        var found = await ledger.ExampleAsync(dialogue.DialogueId, query.SendKind, query.Channel, cancellationToken);
        var (contact, language) = found ?? (FrameContact.None, "sv");
        var message = writing.Of(query.Texts, query.Channel, dialogue, contact, language, _noToken, _noToken);
        var parts = query.Channel == SendChannel.Sms ? SmsParts.Count(message.Text) : 0;
        return new SendPreview(
            audience, found is null || query.Channel == SendChannel.Letter ? "" : SendWriting.Masked(contact, query.Channel), message.Subject, message.Text, parts,
            parts > 0 && options.Value.SmsPartPrice > 0 ? parts * audience.Waiting * options.Value.SmsPartPrice : null, planned.Value.NextAt);
    }
}

using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

/// <param name="At">When it should begin; null for as soon as it may.</param>
public sealed record PlanSendCommand(string Kind, string Slug, SendKind SendKind, SendChannel Channel, SendTexts Texts, DateTimeOffset? At);

/// <param name="At">When it begins, within the allowed hours.</param>
public sealed record SendPlanned(Guid SendId, DateTimeOffset At);

/// <summary>
/// Plans an invitation or a reminder. Errors: <see cref="SendNotFound"/>, <see cref="SendNobody"/>, <see cref="SendSmsOff"/> and those of
/// <see cref="Send.Plan"/>.
/// </summary>
public sealed class PlanSendHandler(IAppDbContext db, SendDesk desk, SendHours hours, ISendLedger ledger, ISmsGateway sms) : IUseCase
{
    public async Task<Result<SendPlanned>> HandleAsync(PlanSendCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (opened.Value.Frame is not { AddressesForgottenAt: null } frame)
        {
            return new SendNobody();
        }

        if (command.Channel == SendChannel.Sms && !sms.IsOn)
        {
            return new SendSmsOff();
        }

        var now = await ledger.NowAsync(cancellationToken);
        var planned = Send.Plan(
            opened.Value.Rules, command.SendKind, command.Channel, command.Texts, command.At ?? now, hours.Of(frame), desk.OfficerId, now);
        if (!planned.IsSuccess)
        {
            return planned.Error;
        }

        var send = planned.Value;
        db.Set<Send>().Add(send);
        desk.Record("send.planned", send.DialogueId, $"{send.Kind}, {send.Channel}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two officers at the same time: the index lets one of each kind in.
            return new SendKindTaken();
        }

        return new SendPlanned(send.Id, send.NextAt);
    }
}

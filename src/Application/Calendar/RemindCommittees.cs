using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Calendar;

public sealed record RemindCommitteesCommand;

/// <param name="Mails">Put in the outbox by this run.</param>
/// <param name="More">Another run got in between; run it again.</param>
public sealed record CommitteesReminded(int Mails, bool More);

/// <summary>
/// Run by a job every morning (requirement F1, ux 10.8): thirty and seven days before a promised day the secretary and the chair are reminded, fourteen days after it
/// the head of the administration is told. Each mail leaves once however often and however parallel it runs: the note that it has been told is saved with it. A
/// reminder whose time has gone by is not sent late; the next one is.
/// </summary>
public sealed class RemindCommitteesHandler(
    IAppDbContext db, IOutbox outbox, ITexts texts, IOptions<AppOptions> app, IOptions<CommitteesOptions> committees, TimeProvider clock) : IUseCase
{
    public async Task<Result<CommitteesReminded>> HandleAsync(RemindCommitteesCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var owed = await db.Set<AskedDialogue>()
            .Where(d => d.CommitteeId != null
                && (d.State == ConsultationState.Published || d.State == ConsultationState.Paused || d.State == ConsultationState.Closed || d.State == ConsultationState.WithCommittee))
            .OrderBy(d => d.Id)
            .ToListAsync(cancellationToken);
        var today = clock.SwedishToday();
        var due = owed.SelectMany(d => Due(d.PromisedAt, today).Select(kind => (Dialogue: d, Kind: kind))).ToList();
        if (due.Count == 0)
        {
            return new CommitteesReminded(0, More: false);
        }

        var ids = due.Select(d => d.Dialogue.Id).Distinct().ToList();
        var reached = (await db.Set<Milestone>().Where(m => ids.Contains(m.DialogueId)).Select(m => new { m.DialogueId, m.Kind, m.Day }).ToListAsync(cancellationToken)).ToHashSet();
        var names = await db.Set<Committee>().ToDictionaryAsync(c => c.Id, c => (c.Slug, c.Name), cancellationToken);
        var staff = await db.Set<StaffMember>().AsNoTracking().Where(s => s.IsActive).ToListAsync(cancellationToken);
        var mails = 0;
        foreach (var (dialogue, kind) in due.Where(d => !reached.Contains(new { DialogueId = d.Dialogue.Id, d.Kind, Day = d.Dialogue.PromisedAt })))
        {
            var told = Tell(dialogue, kind, names[dialogue.CommitteeId!.Value], staff);
            if (told == 0)
            {
                continue;
            }

            db.Set<Milestone>().Add(new Milestone(dialogue.Id, kind, dialogue.PromisedAt, told, clock.GetUtcNow()));
            mails += told;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another run told some of them; with its rows there, whoever is left is found next time.
            return new CommitteesReminded(0, More: true);
        }

        return new CommitteesReminded(mails, More: false);
    }

    /// <summary>What is to be told on a day; at most one.</summary>
    private static IEnumerable<MilestoneKind> Due(DateOnly promised, DateOnly today)
    {
        var days = MeetingSchedule.Around(promised).ToDictionary(d => d.Step, d => d.Day);
        if (today >= days[PromiseStep.Escalate])
        {
            yield return MilestoneKind.Escalated;
        }
        else if (today >= days[PromiseStep.RemindLate] && today <= promised)
        {
            yield return MilestoneKind.RemindedLate;
        }
        else if (today >= days[PromiseStep.RemindEarly] && today < days[PromiseStep.RemindLate])
        {
            yield return MilestoneKind.RemindedEarly;
        }
    }

    /// <returns>How many mails.</returns>
    private int Tell(AskedDialogue dialogue, MilestoneKind kind, (string Slug, string Name) committee, List<StaffMember> staff)
    {
        var day = dialogue.PromisedAt.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
        var days = Math.Abs(dialogue.PromisedAt.DayNumber - clock.SwedishToday().DayNumber);
        var page = app.Value.BaseUrl + dialogue.Address;
        var room = $"{app.Value.BaseUrl}/namndrum/{committee.Slug}";
        string[] to = kind == MilestoneKind.Escalated
            ? [committees.Value.DirectorEmail]
            : [.. staff.Where(s => s.Roles.Any(r => r.CommitteeId == dialogue.CommitteeId && r.Role is Role.CommitteeSecretary or Role.CommitteeChair)).Select(s => s.Email)];
        var key = kind == MilestoneKind.Escalated ? "mail.escalated" : "mail.remind";
        var subject = kind == MilestoneKind.Escalated ? texts.Count($"{key}.subject", days, committee.Name, dialogue.NameInText) : texts.Count($"{key}.subject", days, dialogue.NameInText);
        var text = texts.Count($"{key}.text", days, committee.Name, dialogue.NameInText, day, room, page);
        var addresses = to.Where(a => a.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var address in addresses)
        {
            outbox.Add(new SendMail(address, subject, text, string.Create(CultureInfo.InvariantCulture, $"promise/{dialogue.Id:N}/{(int)kind}/{dialogue.PromisedAt:yyyyMMdd}/{address}")));
        }

        return addresses.Count;
    }
}

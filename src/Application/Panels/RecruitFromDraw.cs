using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Draws;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Draw">Slug of the draw.</param>
/// <param name="ReplaceOld">The letters of the list before stop working, and the officer has said so.</param>
public sealed record RecruitFromDrawCommand(string Slug, string Draw, bool ReplaceOld);

/// <param name="People">How many are on the list.</param>
/// <param name="WithoutAddress">Of them, how many cannot get a letter.</param>
public sealed record DrawnInvited(int People, int WithoutAddress);

/// <summary>
/// The people who sit in a draw become the list of those who may join a panel (L2, L11), from where they get codes and letters as with any list. Those
/// who have declined are left out. Errors: those of <see cref="PanelDesk"/> and of <see cref="ListDrawnHandler"/>, <see cref="PanelHasEnded"/>,
/// <see cref="DrawnForgotten"/>, <see cref="AllHaveJoined"/>, <see cref="EarlierLettersOut"/>, <see cref="FrameBusy"/>.
/// </summary>
public sealed class RecruitFromDrawHandler(IAppDbContext db, PanelDesk desk, FrameDesk frames, ListDrawnHandler list, IPanelLock panels, ITexts texts) : IUseCase
{
    private static readonly string[] _areas = ["område", "area", "stadsdel"];

    public async Task<Result<DrawnInvited>> HandleAsync(RecruitFromDrawCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (opened.Value.State == PanelState.Ended)
        {
            return new PanelHasEnded();
        }

        var drawn = await list.HandleAsync(new ListDrawnQuery(command.Draw), cancellationToken);
        if (!drawn.IsSuccess)
        {
            return drawn.Error;
        }

        return await panels.WithAsync(opened.Value.Id, () => InviteAsync(opened.Value, drawn.Value, command.ReplaceOld, cancellationToken), cancellationToken);
    }

    private async Task<Result<DrawnInvited>> InviteAsync(Panel panel, DrawnPanelList drawn, bool replaceOld, CancellationToken cancellationToken)
    {
        var people = drawn.People.Where(p => !p.HasDeclined && p.Contact is not null).ToList();
        if (people.Count == 0)
        {
            return new DrawnForgotten();
        }

        // Whoever has joined by the letter of an earlier list gets no other one.
        var members = await db.Set<Membership>().Where(m => m.PanelId == panel.Id && m.DrawnPerson != null).Select(m => m.DrawnPerson!.Value).ToHashSetAsync(cancellationToken);
        people.RemoveAll(p => members.Contains(FramePerson.SamePerson(panel.Id, p.PersonId)));
        if (people.Count == 0)
        {
            return new AllHaveJoined();
        }

        if (await frames.IsBusyAsync(panel.Id, cancellationToken))
        {
            return new FrameBusy();
        }

        var old = await frames.FindAsync(panel.Id, cancellationToken);
        if (old is { IsInUse: true } && !replaceOld)
        {
            return new EarlierLettersOut();
        }

        if (old is not null)
        {
            // Its people go with it, in the database. Who of them is a member stays one.
            db.Set<Frame>().Remove(old);
            await db.SaveChangesAsync(cancellationToken);
        }

        var day = drawn.DrawnAt.SwedishDate();
        var source = PlainText.Shorten(texts["paneldesk.recruit.source", drawn.Name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], FrameSettings.LongestSource);
        var frame = new Frame(panel.Id, new FrameSettings(source, day, panel.Settings.Youngest, panel.Settings.Oldest, []), people.Count, desk.OfficerId, desk.Now);
        var invited = people.ConvertAll(p => PersonOf(panel, frame, p));
        db.Set<Frame>().Add(frame);
        db.Set<FramePerson>().AddRange(invited);
        db.Set<FrameDraft>().RemoveRange(await db.Set<FrameDraft>().Where(d => d.DialogueId == panel.Id).ToListAsync(cancellationToken));
        desk.Record("panel.recruited", panel.Id, drawn.Name);
        await db.SaveChangesAsync(cancellationToken);
        return new DrawnInvited(invited.Count, invited.Count(p => p.Contact is not { HasAddress: true }));
    }

    /// <summary>Of what the draw looked at, the age group and the area are kept, as of any list; the rest members tell themselves, or not.</summary>
    private static FramePerson PersonOf(Panel panel, Frame frame, DrawnPerson drawn)
    {
        var contact = drawn.Contact!;
        var age = drawn.Values.Select(v => v.Value).FirstOrDefault(v => AgeBand.Parse(v) is not null) ?? "";
        var area = drawn.Values.FirstOrDefault(v => _areas.Contains(v.Key.Trim(), StringComparer.OrdinalIgnoreCase)).Value ?? "";
        return new FramePerson(
            frame.Id, age, area, "", "sv", new FrameContact(contact.Name, contact.Street, contact.PostalCode, contact.City, contact.Email, contact.Mobile),
            FramePerson.SamePerson(panel.Id, drawn.PersonId));
    }
}

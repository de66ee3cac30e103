using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class BallotBoxTests : UseCaseTest
{
    private IBallotBox Box => Services.GetRequiredService<IBallotBox>();

    [Theory]
    [InlineData(AnswerMode.Open)]
    [InlineData(AnswerMode.Confidential)]
    public async Task A_later_answer_replaces_the_earlier_one(AnswerMode mode)
    {
        var consultation = await Data.ConsultationAsync(mode);

        var first = await CastAsync(consultation, "a");
        var second = await CastAsync(consultation, "b");

        Assert.False(first.Value!.Changed);
        Assert.True(second.Value!.Changed);
        Assert.Equal(["""{"mer": [], "val": ["b"], "viktigt": []}"""], await BodiesAsync());
        Assert.Equal(1, await CountAsync("participation"));
        Assert.Equal(new CheckedReceipt(ReceiptStatus.Replaced, consultation.Id), await Box.CheckReceiptAsync(first.Value.ReceiptCode, CancellationToken));
        Assert.Equal(new CheckedReceipt(ReceiptStatus.Current, consultation.Id), await Box.CheckReceiptAsync(second.Value.ReceiptCode, CancellationToken));
    }

    [Theory]
    [InlineData(AnswerMode.Open)]
    [InlineData(AnswerMode.Confidential)]
    [InlineData(AnswerMode.Anonymous)]
    public async Task Parallel_copies_of_one_form_give_one_ballot_and_one_receipt(AnswerMode mode)
    {
        var consultation = await Data.ConsultationAsync(mode);
        var formKey = RandomId.Bytes(16);
        var editKey = mode == AnswerMode.Anonymous ? EditKey.New() : null;

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => CastAsync(consultation, "a", formKey, editKey, isNew: true)));

        Assert.All(results, r => Assert.True(r.IsSuccess, r.Error?.ToString()));
        Assert.Single(results.Select(r => r.Value!.ReceiptCode).Distinct());
        Assert.Single(await BodiesAsync());
        Assert.Equal(1, await CountAsync("ballot_cast"));
    }

    [Fact]
    public async Task Parallel_first_answers_of_one_person_give_one_ballot()
    {
        var consultation = await Data.ConsultationAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => CastAsync(consultation, i % 2 == 0 ? "a" : "b")));

        Assert.All(results, r => Assert.True(r.IsSuccess));
        Assert.Single(await BodiesAsync());
        Assert.Equal(32, await CountAsync("ballot_cast"));
    }

    [Fact]
    public async Task An_old_form_sent_again_changes_nothing()
    {
        var consultation = await Data.ConsultationAsync();
        var oldForm = RandomId.Bytes(16);
        var first = await CastAsync(consultation, "a", oldForm);
        await CastAsync(consultation, "b");

        var replay = await CastAsync(consultation, "a", oldForm);

        Assert.Equal(first.Value!.ReceiptCode, replay.Value!.ReceiptCode);
        Assert.Equal(["""{"mer": [], "val": ["b"], "viktigt": []}"""], await BodiesAsync());
    }

    [Fact]
    public async Task Anonymous_answers_are_opened_by_the_edit_key_alone()
    {
        var consultation = await Data.ConsultationAsync(AnswerMode.Anonymous);
        var key = EditKey.New();
        await CastAsync(consultation, "a", editKey: key, isNew: true);

        var withoutKey = await CastAsync(consultation, "b", editKey: EditKey.New(), isNew: true);
        var wrongKey = await CastAsync(consultation, "b", editKey: EditKey.New(), isNew: false);
        var rightKey = await CastAsync(consultation, "b", editKey: key, isNew: false);

        Assert.IsType<AlreadyAnswered>(withoutKey.Error);
        Assert.IsType<EditKeyUnknown>(wrongKey.Error);
        Assert.True(rightKey.Value!.Changed);
        Assert.Equal(["""{"mer": [], "val": ["b"], "viktigt": []}"""], await BodiesAsync());
    }

    [Fact]
    public async Task Closing_is_decided_by_the_database_clock()
    {
        var consultation = await Data.ConsultationAsync();
        await CastAsync(consultation, "a");
        await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromMilliseconds(-1));

        var late = await CastAsync(consultation, "b");

        Assert.IsType<AnswersClosed>(late.Error);
        Assert.Equal(["""{"mer": [], "val": ["a"], "viktigt": []}"""], await BodiesAsync());
    }

    [Fact]
    public async Task What_is_acknowledged_while_it_closes_is_exactly_what_is_counted()
    {
        var consultation = await Data.ConsultationAsync(AnswerMode.Open);
        await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromMilliseconds(400));
        var acknowledged = 0;
        var sealing = Task.Run(async () =>
        {
            while (!await Box.SealAsync(consultation.Id, CancellationToken))
            {
                await Task.Yield();
            }
        }, CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (await CastAsOtherAsync(consultation.Id) is CastStatus.Accepted)
            {
                Interlocked.Increment(ref acknowledged);
            }
        }, CancellationToken)));
        await sealing;

        Assert.True(acknowledged > 0);
        Assert.Equal(acknowledged, await CountAsync("ballot"));
        Assert.Equal(acknowledged, await CountAsync("participation"));
    }

    [Fact]
    public async Task Sealing_destroys_the_key_the_tags_and_the_link_between_texts_and_choices()
    {
        var consultation = await Data.ConsultationAsync();
        var sheet = new AnswerSheet();
        sheet.Set("val", new Answer(["a"], ""));
        sheet.Set("mer", new Answer([], "Släta stråk, tack."));
        await SendAsync(consultation, sheet, RandomId.Bytes(16), editKey: null, isNew: false);
        await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromSeconds(-1));

        Assert.True(await Box.SealAsync(consultation.Id, CancellationToken));
        Assert.False(await Box.SealAsync(consultation.Id, CancellationToken));

        Assert.Equal(["""{"val": ["a"], "viktigt": []}"""], await BodiesAsync());
        Assert.Equal(1, await CountAsync("ballot_text"));
        Assert.Equal(0, await CountAsync("consultation_key"));
        Assert.Equal(0, await CountAsync("ballot WHERE owner_tag IS NOT NULL"));
        Assert.Null(await Services.GetRequiredService<IDialogueKeys>().FindAsync(Guid.CreateVersion7(), CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_transaction_leads_from_a_participant_to_an_answer(bool sealing)
    {
        var consultation = await Data.ConsultationAsync();
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(CastStatus.Accepted, await CastAsOtherAsync(consultation.Id));
        }

        Assert.Equal(12, await LinkedAsync());
        if (sealing)
        {
            await Data.MoveClosingAsync(consultation.Id, TimeSpan.FromSeconds(-1));
            Assert.True(await Box.SealAsync(consultation.Id, CancellationToken));
        }
        else
        {
            await Box.ShuffleAsync(consultation.Id, CancellationToken);
        }

        Assert.Equal(0, await LinkedAsync());
        Assert.Equal(12, await CountAsync("ballot_cast"));
    }

    [Fact]
    public async Task A_cancelled_box_is_emptied_of_every_link_and_never_counted()
    {
        var consultation = await Data.ConsultationAsync(AnswerMode.Open);
        await CastAsync(consultation, "a");
        await Db.Database.ExecuteSqlAsync($"UPDATE consultation SET state = 9 WHERE id = {consultation.Id}", CancellationToken);

        var late = await CastAsOtherAsync(consultation.Id);
        await Use<CloseConsultationsHandler>().HandleAsync(new(TimeSpan.FromSeconds(1)), CancellationToken);
        await Use<CloseConsultationsHandler>().HandleAsync(new(TimeSpan.FromSeconds(1)), CancellationToken);

        Assert.Equal(CastStatus.Cancelled, late);
        Assert.Equal(0, await CountAsync("ballot WHERE owner_tag IS NOT NULL"));
        Assert.Equal(0, await CountAsync("consultation_key"));
        Assert.Equal(0, await CountAsync("consultation WHERE counted_at IS NOT NULL"));
        Assert.Empty(await Box.ListCancelledAsync(CancellationToken));
    }

    [Fact]
    public async Task Drafts_are_not_kept_when_they_can_no_longer_be_sent_or_are_old()
    {
        var (open, closed) = (await Data.ConsultationAsync(slug: "oppen"), await Data.ConsultationAsync(slug: "stangd"));
        var drafts = Services.GetRequiredService<IAnswerDrafts>();
        await drafts.SaveAsync(RandomId.Bytes(16), open.Id, RandomId.Bytes(16), CancellationToken);
        await Data.MoveClosingAsync(closed.Id, TimeSpan.FromSeconds(-1));
        await Box.SealAsync(closed.Id, CancellationToken);

        await drafts.SaveAsync(RandomId.Bytes(16), closed.Id, RandomId.Bytes(16), CancellationToken);
        var kept = await CountAsync("answer_draft");
        await drafts.RemoveOldAsync(DateOnly.FromDateTime(DateTime.UnixEpoch), CancellationToken);
        var young = await CountAsync("answer_draft");
        await drafts.RemoveOldAsync(DateOnly.MaxValue, CancellationToken);

        Assert.Equal((1, 1, 0), (kept, young, await CountAsync("answer_draft")));
    }

    /// <summary>Participants whose row was written by the same transaction as a ballot or a form in the log.</summary>
    private Task<int> LinkedAsync() => CountAsync(
        "participation p WHERE EXISTS (SELECT 1 FROM ballot_cast c WHERE c.xmin = p.xmin) OR EXISTS (SELECT 1 FROM ballot b WHERE b.xmin = p.xmin)");

    private Task<Result<BallotCast>> CastAsync(
        Consultation consultation, string choice, byte[]? formKey = null, string? editKey = null, bool isNew = false)
    {
        var sheet = new AnswerSheet();
        sheet.Set("val", new Answer([choice], ""));
        return SendAsync(consultation, sheet, formKey ?? RandomId.Bytes(16), editKey, isNew);
    }

    private Task<Result<BallotCast>> SendAsync(
        Consultation consultation, AnswerSheet sheet, byte[] formKey, string? editKey, bool isNew) =>
        Use<CastBallotHandler>().HandleAsync(
            new CastBallotCommand(new DialogueSlug(DialogueKind.Consultation, consultation.Slug), sheet, formKey, DraftId: null, editKey, isNew), CancellationToken);

    private async Task<CastStatus> CastAsOtherAsync(Guid consultationId)
    {
        var person = RandomId.New();
        var outcome = await Box.CastAsync(
            new Cast(consultationId, person, OwnerTag.Open(person), SHA256.HashData(RandomId.Bytes(16)), """{"val":["a"]}""", """{"val":["a"]}""", "X", null, AnswerDoor.Email),
            CancellationToken);
        return outcome.Status;
    }

    private Task<List<string>> BodiesAsync() =>
        Db.Database.SqlQuery<string>($"""SELECT body::text AS "Value" FROM ballot""").ToListAsync(CancellationToken);

    private async Task<int> CountAsync(string table)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT count(*)::int FROM " + table);
        return (int)(await command.ExecuteScalarAsync(CancellationToken))!;
    }
}

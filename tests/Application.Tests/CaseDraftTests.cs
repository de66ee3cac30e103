using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class CaseDraftTests : UseCaseTest
{
    private static readonly GetCaseDraftQuery _query = new("sbn-2026-6", 1);

    [Theory]
    [InlineData(Role.CommitteeSecretary, true)]
    [InlineData(Role.CommitteeChair, true)]
    [InlineData(Role.CommitteeMember, false)]
    public async Task Of_the_committee_the_secretary_and_the_chair_may_read_it(Role role, bool may)
    {
        var consultation = await Data.WithCommitteeAsync();
        Become(role, consultation.CommitteeId!.Value);

        Assert.Equal(may, (await Use<GetCaseDraftHandler>().HandleAsync(_query, CancellationToken)).IsSuccess);
    }

    [Theory]
    [InlineData(Role.CommitteeSecretary)]
    [InlineData(Role.CommitteeChair)]
    public async Task Those_of_another_committee_find_nothing(Role role)
    {
        await Data.WithCommitteeAsync();
        Become(role, Guid.CreateVersion7());

        Assert.IsType<ReportNotFound>((await Use<GetCaseDraftHandler>().HandleAsync(_query, CancellationToken)).Error);
        Assert.IsType<ReportNotFound>((await Use<GetCaseDraftFileHandler>().HandleAsync(new(_query.NumberSlug, 1, "docx"), CancellationToken)).Error);
    }

    [Theory]
    [InlineData(Role.Officer, true)]
    [InlineData(Role.Moderator, false)]
    [InlineData(Role.Resident, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Of_others_only_officers_may_read_it(Role role, bool may)
    {
        await Data.WithCommitteeAsync();
        User.Roles.Clear();
        User.Roles.Add(role);

        Assert.Equal(may, (await Use<GetCaseDraftHandler>().HandleAsync(_query, CancellationToken)).IsSuccess);
    }

    [Fact]
    public async Task Its_parts_come_in_their_order_and_what_people_must_judge_is_empty()
    {
        var consultation = await Data.WithCommitteeAsync();
        Become(Role.CommitteeSecretary, consultation.CommitteeId!.Value);

        var draft = (await Use<GetCaseDraftHandler>().HandleAsync(_query, CancellationToken)).Value!.Draft;

        Assert.Equal(
            ["Förslag till beslut", "Sammanfattning", "Beskrivning av ärendet", "Dialogens resultat", "Bedömning", "Ekonomi", "Konsekvenser", "Beslutsunderlag", "Beslutet skickas till"],
            draft.Parts.Select(p => p.Heading));
        var judged = draft.Parts.Where(p => p.Key is "bedomning" or "ekonomi").Concat(draft.Parts.Single(p => p.Key == "konsekvenser").Parts).ToList();
        Assert.Equal(5, judged.Count);
        Assert.All(judged, p => Assert.True(p.Text.Count == 0 && p.Items.Count == 0 && p.Instruction.Length > 0, p.Key));
        Assert.Empty(draft.Parts[0].Items);
    }

    [Fact]
    public async Task Each_measure_of_the_draft_answer_is_a_proposal_of_its_own_and_a_refusal_is_none()
    {
        var consultation = await AnsweredAsync();
        Become(Role.CommitteeChair, consultation.CommitteeId!.Value);

        var draft = (await Use<GetCaseDraftHandler>().HandleAsync(_query, CancellationToken)).Value!.Draft;

        Assert.Equal(
            ["Halka: Bygger värmeslingor. Klart: november 2027. Ansvarig: Gatuchefen.", "Tider: Utreder tider. Klart: mars 2027. Ansvarig: Gatuchefen.", "Lek: åtgärden är inte skriven än."],
            draft.Parts[0].Items);
        Assert.True(draft.Parts[0].Numbered);
        Assert.Equal(("Gatuchefen", 2), (draft.Parts[^1].Items[0], draft.Parts[^1].Items.Count));
        Assert.Equal("SBN 2026/0214", draft.RegistrationNumber);
    }

    [Fact]
    public async Task Its_files_hold_the_same_text_are_valid_and_the_same_each_time()
    {
        var consultation = await AnsweredAsync();
        Become(Role.CommitteeSecretary, consultation.CommitteeId!.Value);

        var first = (await Use<GetCaseDraftFileHandler>().HandleAsync(new(_query.NumberSlug, 1, "docx"), CancellationToken)).Value!;
        var second = (await Use<GetCaseDraftFileHandler>().HandleAsync(new(_query.NumberSlug, 1, "docx"), CancellationToken)).Value!;
        var html = System.Text.Encoding.UTF8.GetString((await Use<GetCaseDraftFileHandler>().HandleAsync(new(_query.NumberSlug, 1, "html"), CancellationToken)).Value!.Bytes);
        using var document = WordprocessingDocument.Open(new MemoryStream(first.Bytes), false);
        var paragraphs = document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().ToList();

        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Equal("tjansteskrivelse-sbn-2026-1-v1.docx", first.Name);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, CancellationToken).Select(e => e.Description));
        Assert.Equal(3, paragraphs.Count(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "ListNumber"));
        Assert.Equal(5, paragraphs.Count(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Anvisning"));
        Assert.All(["Halka: Bygger värmeslingor.", "Bedömning", "41 %", "För landsbygd"], text =>
        {
            Assert.Contains(paragraphs, p => p.InnerText.Replace('\u00A0', ' ').Contains(text, StringComparison.Ordinal));
            Assert.Contains(text, html, StringComparison.Ordinal);
        });
    }

    /// <summary>A draft with a refusal, a measure, an investigation and one that lacks its measure.</summary>
    private async Task<Consultation> AnsweredAsync()
    {
        var consultation = await Data.WithCommitteeAsync();
        var feedback = new DecisionFeedback(consultation.Id, consultation.CommitteeId!.Value);
        var complete = TestData.CompleteAnswer();
        FeedbackPoint[] more =
        [
            new(Guid.CreateVersion7(), null, "Tider", "För sent.", CommitteeDecision.Investigate, "Utreder tider", "", "mars 2027", "Gatuchefen"),
            new(Guid.CreateVersion7(), null, "Lek", "Mer lek.", CommitteeDecision.Partly, "", "", "", ""),
        ];
        Assert.True(feedback.Write(complete with { Points = [.. complete.Points, .. more] }, new FeedbackActor(Guid.CreateVersion7(), "Karin"), TimeProvider.System.GetUtcNow()).IsSuccess);
        Db.Add(feedback);
        await Db.SaveChangesAsync(CancellationToken);
        return consultation;
    }

    private void Become(Role role, Guid committee)
    {
        Db.ChangeTracker.Clear();
        User.Roles.Clear();
        User.CommitteeRoles.Clear();
        User.CommitteeRoles.Add((role, committee));
    }
}

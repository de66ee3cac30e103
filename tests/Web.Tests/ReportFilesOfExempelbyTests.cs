using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>Exempelby when its committee has answered.</summary>
public sealed class AnsweredExempelby : WebFixture
{
    protected override string Scenario => "besvarat";
}

/// <summary>The files of the demo's reports, and the draft of the paper that they come to their committees with.</summary>
public class ReportFilesOfExempelbyTests(AnsweredExempelby web) : IClassFixture<AnsweredExempelby>
{
    [Fact]
    public async Task Every_report_has_a_document_and_a_spreadsheet_that_hold()
    {
        var reports = await web.ReadAsync(db => db.Set<Report>().Where(r => r.State == ReportState.Delivered).CountAsync());
        var files = await web.ReadAsync(db => db.Set<ReportFile>().Where(f => f.Format == "docx" || f.Format == "xlsx").ToListAsync());

        Assert.True(reports >= 3);
        Assert.Equal(2 * reports, files.Count);
        Assert.All(files, f =>
        {
            using OpenXmlPackage file = f.Format == "docx"
                ? WordprocessingDocument.Open(new MemoryStream(f.Bytes), false)
                : SpreadsheetDocument.Open(new MemoryStream(f.Bytes), false);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(e => e.Description));
            Assert.Empty((file as SpreadsheetDocument)?.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()) ?? []);
        });
    }

    [Fact]
    public async Task The_draft_is_found_by_those_who_prepare_the_case_and_by_nobody_else()
    {
        var address = await AddressAsync();
        using var karin = await web.StaffAsync("Karin Mallberg");
        using var maria = await web.StaffAsync("Maria Demolund");
        using var siv = await web.StaffAsync("Siv Provlund");
        using var outsider = await OtherSecretaryAsync();
        using var anonymous = web.Anonymous();

        Assert.NotNull((await karin.PageAsync("/namndrum/samhallsbyggnadsnamnden/svar/stortorget")).QuerySelector($"a[href='{address}']"));
        Assert.NotNull((await maria.PageAsync(Report(address))).QuerySelector($"a[href='{address}']"));
        Assert.Null((await siv.PageAsync(Report(address))).QuerySelector($"a[href='{address}']"));
        Assert.Null((await anonymous.PageAsync(Report(address))).QuerySelector($"a[href='{address}']"));
        using var others = await outsider.GetAsync(address);
        using var othersFile = await outsider.GetAsync(address + "/docx");
        Assert.All([others, othersFile], r => Assert.Equal(HttpStatusCode.NotFound, r.StatusCode));
        using var member = await siv.GetAsync(address);
        Assert.NotEqual(HttpStatusCode.OK, member.StatusCode);
    }

    [Fact]
    public async Task The_draft_has_the_measures_of_the_answer_and_can_be_taken_as_a_document_and_as_a_page()
    {
        var address = await AddressAsync();
        using var karin = await web.StaffAsync("Karin Mallberg");

        var page = await karin.PageAsync(address);
        using var docx = await karin.GetAsync(address + "/docx");
        using var html = await karin.GetAsync(address + "/html");

        Assert.Contains("Projekterar förslag B. Klart: november 2027.", page.QuerySelector("#forslag ol li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", string.Concat(page.QuerySelectorAll("#bedomning ol, #bedomning p:not(.svag)").Select(e => e.TextContent)));
        Assert.NotEmpty(page.QuerySelectorAll("#resultat li b"));
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".docx", docx.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.EndsWith(".html", html.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    /// <summary>Of the latest report about the square.</summary>
    private async Task<string> AddressAsync()
    {
        var report = await web.ReadAsync(db => db.Set<Report>()
            .Join(db.Set<AskedDialogue>().Where(d => d.Slug == "stortorget"), r => r.DialogueId, d => d.Id, (r, d) => r)
            .Where(r => r.State == ReportState.Delivered).OrderByDescending(r => r.Version).FirstAsync());
        return $"/tjansteskrivelse/{report.Slug}/v{report.Version}";
    }

    private static string Report(string address) => address.Replace("/tjansteskrivelse/", "/rapporter/", StringComparison.Ordinal);

    private async Task<Visitor> OtherSecretaryAsync()
    {
        var committee = await web.ReadAsync(db => db.Set<Committee>().SingleAsync(c => c.ShortName == "KFN"));
        var staff = new StaffMember(Guid.CreateVersion7(), "Sara Provmark", "nämndsekreterare", "", [new StaffRole(Role.CommitteeSecretary, committee.Id)]);
        await web.AddAsync(staff);
        return web.SignedIn(web.StaffCookie(staff));
    }
}

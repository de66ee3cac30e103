using Medborgardialog.Application.Reports;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class PublicThemesTests : UseCaseTest
{
    [Fact]
    public async Task What_most_people_wrote_about_comes_first_once_the_result_is_public()
    {
        var consultation = await Data.WithCommitteeAsync(resultsIn: -1);

        var themes = await Use<ListPublicThemesHandler>().HandleAsync(new(consultation.Id), CancellationToken);

        Assert.Equal([("Parkering", 5, 7), ("Halka", 3, 3)], themes!.Themes.Select(t => (t.Name, t.Writers, t.Posts)));
        Assert.Equal("sbn-2026-6", themes.NumberSlug);
    }

    [Fact]
    public async Task A_report_that_the_committee_has_before_the_result_is_public_tells_nobody_else()
    {
        var consultation = await Data.WithCommitteeAsync(resultsIn: 1);

        Assert.Null(await Use<ListPublicThemesHandler>().HandleAsync(new(consultation.Id), CancellationToken));
    }
}

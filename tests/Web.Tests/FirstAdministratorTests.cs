using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class FirstAdministratorTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_account_in_the_settings_becomes_administrator_once_and_only_while_there_is_none()
    {
        var first = Guid.CreateVersion7();
        foreach (var objectId in new[] { first, first, Guid.CreateVersion7() })
        {
            await web.ReadAsync(async db =>
            {
                await FirstAdministrator.AddAsync(db, objectId, "Omar Testare", TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);
                return 0;
            });
        }

        var staff = Assert.Single(await web.ReadAsync(db => db.Set<StaffMember>().ToListAsync()));

        Assert.Equal(first, staff.ObjectId);
        Assert.True(staff.Has(Role.Administrator));
    }
}

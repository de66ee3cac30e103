using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> run without a database.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<AppDbContext>()
            .UseNpgsql("Host=design")
            .UseSnakeCaseNamingConvention()
            .Options);
}

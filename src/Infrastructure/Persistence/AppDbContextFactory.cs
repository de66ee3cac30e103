using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>For <c>dotnet ef</c> alone: a migration is written from the model, without a database and without starting the application.</summary>
internal sealed class AppDbContextFactory : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<AppDbContext>()
            .UseNpgsql(Environment.GetEnvironmentVariable("ConnectionStrings__Database") ?? "Host=127.0.0.1")
            .UseSnakeCaseNamingConvention()
            .Options);
}

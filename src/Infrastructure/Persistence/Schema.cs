using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>Brings the tables up to the model.</summary>
internal static class Schema
{
    public static async Task UpdateAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.GetMigrations().Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        // Until the first migration there is nothing to step from: a database made from another model is made anew.
        var model = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(db.Database.GenerateCreateScript())));
        var made = await MadeFromAsync(db, cancellationToken);
        if (made is not null && made != model)
        {
            await db.Database.EnsureDeletedAsync(cancellationToken);
        }

        await db.Database.EnsureCreatedAsync(cancellationToken);
        var name = db.Database.GetDbConnection().Database.Replace("\"", "\"\"", StringComparison.Ordinal);
#pragma warning disable EF1002 // A comment takes no parameters; the name is quoted and the value is hexadecimal.
        await db.Database.ExecuteSqlRawAsync($"COMMENT ON DATABASE \"{name}\" IS '{model}'", cancellationToken);
#pragma warning restore EF1002
    }

    private static async Task<string?> MadeFromAsync(AppDbContext db, CancellationToken cancellationToken) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? await db.Database
                .SqlQueryRaw<string?>(
                    "SELECT shobj_description(oid, 'pg_database') AS \"Value\" FROM pg_database WHERE datname = current_database()")
                .SingleAsync(cancellationToken)
            : null;
}

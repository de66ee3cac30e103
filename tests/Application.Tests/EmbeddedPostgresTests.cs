using System.Diagnostics;
using System.Globalization;
using Medborgardialog.Infrastructure.EmbeddedPostgres;
using Npgsql;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Real servers in a folder whose name has what names have: spaces and Swedish letters.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("Åsas mapp, två ").FullName;

    [Fact]
    public async Task A_second_instance_gets_a_cluster_of_its_own_and_each_keeps_its_rows()
    {
        await using (var first = await StartAsync())
        {
            await using var second = await StartAsync();
            await ExecuteAsync(first, "CREATE TABLE minne AS SELECT 'Östra torget' AS plats");

            Assert.Equal((1, 2), (first.Slot, second.Slot));
            Assert.Null(await ExecuteAsync(second, "SELECT to_regclass('minne')::text"));
        }

        await using var again = await StartAsync();
        Assert.Equal(1, again.Slot);
        Assert.Equal("Östra torget", await ExecuteAsync(again, "SELECT plats FROM minne"));
    }

    /// <summary>As after kill -9 of everything but the server itself, or of a machine that ran out of memory.</summary>
    [Fact]
    public async Task A_server_without_owner_is_stopped_and_the_next_start_has_its_rows()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Finds the owner in /proc.");
        int orphan;
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first, "CREATE TABLE minne AS SELECT 'kvar' AS ord");
            orphan = Postmaster.Read(first.Folder)!.ProcessId;
            await KillOwnerAsync(orphan);
        }

        Assert.NotNull(Running(orphan));
        await using var next = await StartAsync();

        Assert.Null(Running(orphan));
        Assert.Equal(1, next.Slot);
        Assert.Equal("kvar", await ExecuteAsync(next, "SELECT ord FROM minne"));
    }

    [Fact]
    public async Task A_stopped_server_leaves_no_process()
    {
        var server = await StartAsync();
        var process = Postmaster.Read(server.Folder)!.ProcessId;

        await server.DisposeAsync();

        Assert.Null(Running(process));
        Assert.Null(Postmaster.Read(server.Folder));
    }

    [Fact]
    public async Task A_named_folder_without_PostgreSQL_is_said_in_one_sentence()
    {
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => StartAsync(binaries: _folder));

        Assert.StartsWith("PG_BIN names ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<PrivatePostgres> StartAsync(string? binaries = null) =>
        PrivatePostgres.StartDevelopmentAsync(
            new PostgresSettings
            {
                BinaryFolder = binaries ?? Environment.GetEnvironmentVariable("PG_BIN"),
                SearchFrom = AppContext.BaseDirectory,
                DataFolder = Path.Combine(_folder, ".data"),
            },
            TestContext.Current.CancellationToken);

    private static async Task<object?> ExecuteAsync(PrivatePostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is { } value and not DBNull ? value : null;
    }

    /// <summary>The shell that would have stopped the server, and its watcher.</summary>
    private static async Task KillOwnerAsync(int server)
    {
        var parent = int.Parse(
            File.ReadLines($"/proc/{server.ToString(CultureInfo.InvariantCulture)}/status").First(l => l.StartsWith("PPid:", StringComparison.Ordinal))[5..],
            CultureInfo.InvariantCulture);
        using var shell = Process.GetProcessById(parent);
        var children = File.ReadAllText($"/proc/{parent.ToString(CultureInfo.InvariantCulture)}/task/{parent.ToString(CultureInfo.InvariantCulture)}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .Where(id => id != server);
        foreach (var child in children)
        {
            using var watcher = Process.GetProcessById(child);
            watcher.Kill();
        }

        shell.Kill();
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Null when it is gone; one that has ended and not been waited for is gone too.</summary>
    private static string? Running(int process)
    {
        try
        {
            var status = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status").First(l => l.StartsWith("State:", StringComparison.Ordinal));
            return status.Contains('Z', StringComparison.Ordinal) ? null : status;
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            return null;
        }
    }
}

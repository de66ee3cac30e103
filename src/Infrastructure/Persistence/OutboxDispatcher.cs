using System.Collections.Concurrent;
using System.Text.Json;
using Medborgardialog.Application.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>
/// Carries out outbox rows after the commit, oldest first, at least once. Rows are claimed with
/// <c>FOR UPDATE SKIP LOCKED</c>, so several nodes share the work; a failing row is tried again as
/// <see cref="OutboxRetries"/> says and then left with its error for a person to see.
/// </summary>
internal sealed class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly ConcurrentDictionary<string, Type?> Kinds = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DispatchBatchAsync(stoppingToken) == BatchSize)
                {
                    // More rows may wait.
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The database may be away for a moment; the rows are still there.
                logger.LogWarning(error, "The outbox could not be read");
            }

            await signal.WaitAsync(Poll, stoppingToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    internal async Task<int> DispatchBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();

        // The lock on the rows must last until their effects are done, hence an explicit transaction.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = await db.Outbox
            .FromSql($"""
                SELECT * FROM outbox WHERE next_try_at <= {clock.GetUtcNow()} AND tries < {OutboxRetries.Most}
                ORDER BY id LIMIT {BatchSize} FOR UPDATE SKIP LOCKED
                """)
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            try
            {
                await DispatchAsync(row, cancellationToken);
                db.Outbox.Remove(row);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                row.Tries++;
                row.LastError = error.GetType().Name;
                row.NextTryAt = clock.GetUtcNow() + OutboxRetries.WaitAfter(row.Tries);
                logger.LogError(error, "Outbox row {Id} of kind {Kind} failed, try {Try} of {Most}", row.Id, row.Kind, row.Tries, OutboxRetries.Most);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private async Task DispatchAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var type = Kinds.GetOrAdd(row.Kind, FindType)
            ?? throw new InvalidOperationException($"Unknown outbox message {row.Kind}");
        var message = JsonSerializer.Deserialize(row.Body, type)!;
        await using var scope = scopes.CreateAsyncScope();
        var contract = typeof(IOutboxHandler<>).MakeGenericType(type);
        foreach (var handler in scope.ServiceProvider.GetServices(contract))
        {
            await (Task)contract.GetMethod(nameof(IOutboxHandler<SendMail>.HandleAsync))!.Invoke(handler, [message, cancellationToken])!;
        }
    }

    private static Type? FindType(string name) =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name?.StartsWith("Medborgardialog", StringComparison.Ordinal) == true)
            .Select(a => a.GetType(name))
            .FirstOrDefault(t => t is not null);
}

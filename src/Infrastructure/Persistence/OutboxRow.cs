namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>A message waiting to be carried out. Deleted when done; kept with its error after five tries.</summary>
internal sealed class OutboxRow
{
    public long Id { get; private set; }

    public required string Kind { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Tries { get; set; }

    public DateTimeOffset NextTryAt { get; set; }

    public string? LastError { get; set; }
}

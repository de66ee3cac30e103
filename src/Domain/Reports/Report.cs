using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Reports;

public enum ReportState
{
    Requested = 0,
    Building = 1,
    Ready = 2,
    Delivered = 3,
    Failed = 4,
}

/// <summary>
/// One version of a report to a committee. Once ready its content and files never change; what comes later becomes a new version.
/// </summary>
public sealed class Report : Entity
{
    /// <summary>Longest reason for withdrawing it, in characters.</summary>
    public const int LongestReason = 400;

    private Report()
    {
    }

    /// <param name="number">For example "SBN 2026:4".</param>
    /// <param name="version">From 1.</param>
    /// <param name="requestedBy">The officer, or null when closing asked for it.</param>
    public Report(Guid dialogueId, DialogueKind kind, Guid committeeId, string number, int version, string title, Guid? requestedBy, DateTimeOffset now)
    {
        (DialogueId, Kind) = (dialogueId, kind);
        CommitteeId = committeeId;
        Number = number;
        Version = version;
        Title = title;
        RequestedBy = requestedBy;
        RequestedAt = now;
    }

    /// <summary>The rådslag or the survey it is about.</summary>
    public Guid DialogueId { get; private set; }

    public DialogueKind Kind { get; private set; }

    public Guid CommitteeId { get; private set; }

    public string Number { get; private set; } = "";

    public int Version { get; private set; }

    public string Title { get; private set; } = "";

    public ReportState State { get; private set; }

    public Guid? RequestedBy { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>0 to 100.</summary>
    public int Progress { get; private set; }

    /// <summary>Key of the step under way, for people who wait.</summary>
    public string Step { get; private set; } = "";

    public DateTimeOffset? ReadyAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>What the ledger said then is what the report says; null until the evidence has been collected.</summary>
    public DateTimeOffset? CutOff { get; private set; }

    /// <summary>The content as JSON, see <see cref="ReportModel"/>; null until it has been composed.</summary>
    public string? Model { get; private set; }

    /// <summary>When a source that it rests on was taken away; null while all stand. The version stays as it is and says so.</summary>
    public DateTimeOffset? StaleAt { get; private set; }

    public string StaleWhy { get; private set; } = "";

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why, in words for everyone.</summary>
    public string WithdrawnWhy { get; private set; } = "";

    /// <summary>Who decided it, by name and role.</summary>
    public string WithdrawnBy { get; private set; } = "";

    /// <summary>Row version (PostgreSQL xmin): of two builders of one report only one gets its work in.</summary>
    public uint RowVersion { get; private set; }

    public bool IsFinished => State is ReportState.Ready or ReportState.Delivered;

    /// <summary>Address part, for example <c>sbn-2026-4</c>.</summary>
    public string Slug => SlugOf(Number);

    public static string SlugOf(string number) =>
        number.ToLower(CultureInfo.InvariantCulture).Replace(' ', '-').Replace(':', '-');

    public void StartStep(string step, int progress)
    {
        if (!IsFinished)
        {
            (State, Step, Progress) = (ReportState.Building, step, Math.Clamp(progress, 0, 99));
        }
    }

    /// <summary>The evidence is in the ledger. The first time counts, so that a build that was broken off goes on from the same evidence.</summary>
    public void Collected(DateTimeOffset now)
    {
        if (!IsFinished)
        {
            // As the database keeps it: whoever goes on from the stored moment writes the same.
            CutOff ??= now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>Keeps the content for good. Does nothing when it is there already.</summary>
    public void Compose(string model)
    {
        if (!IsFinished)
        {
            Model ??= model;
        }
    }

    /// <summary>All files are there.</summary>
    public void Complete(DateTimeOffset now)
    {
        if (!IsFinished && Model is not null)
        {
            (State, Step, Progress, ReadyAt) = (ReportState.Ready, "", 100, now);
        }
    }

    /// <summary>Words that may not be read any more are taken out of a finished report, which says so. The one change of what it says that there is.</summary>
    /// <param name="model">The content without them.</param>
    public void Redact(string model, string why, DateTimeOffset now)
    {
        if (IsFinished)
        {
            Model = model;
            MarkStale(why, now);
        }
    }

    /// <summary>Something that it rests on has been taken away.</summary>
    public void MarkStale(string why, DateTimeOffset now)
    {
        if (StaleAt is null)
        {
            (StaleAt, StaleWhy) = (now, why);
        }
    }

    /// <summary>Taken back, with a reason that everyone can read. Errors: <see cref="ReportNotReady"/>, <see cref="ReportReasonMissing"/>.</summary>
    public Result<Done> Withdraw(string why, string by, DateTimeOffset now)
    {
        if (State != ReportState.Delivered)
        {
            return new ReportNotReady();
        }

        if (string.IsNullOrWhiteSpace(why) || why.Length > LongestReason)
        {
            return new ReportReasonMissing(LongestReason);
        }

        if (WithdrawnAt is null)
        {
            (WithdrawnAt, WithdrawnWhy, WithdrawnBy) = (now, why.Trim(), by);
        }

        return Done.Value;
    }

    public void Fail()
    {
        if (!IsFinished)
        {
            State = ReportState.Failed;
        }
    }

    /// <summary>Ready → delivered, once. <see cref="ReportNotReady"/> before that.</summary>
    public Result<Done> Deliver(DateTimeOffset now)
    {
        if (State == ReportState.Delivered)
        {
            return Done.Value;
        }

        if (State != ReportState.Ready)
        {
            return new ReportNotReady();
        }

        (State, DeliveredAt) = (ReportState.Delivered, now);
        return Done.Value;
    }
}

/// <summary>A file of a finished report; its bytes never change, unless words are taken out of it (<see cref="Report.Redact"/>).</summary>
public sealed class ReportFile
{
    private ReportFile()
    {
    }

    public ReportFile(Guid reportId, string format, string contentType, byte[] bytes)
    {
        ReportId = reportId;
        Format = format;
        ContentType = contentType;
        Bytes = bytes;
    }

    public Guid ReportId { get; private set; }

    /// <summary><c>html</c> (the article alone), <c>pdf</c>, <c>docx</c>, <c>xlsx</c>, <c>csv</c> or <c>json</c>.</summary>
    public string Format { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public byte[] Bytes { get; private set; } = [];

    /// <summary>The same file without the words that were taken out, see <see cref="Report.Redact"/>.</summary>
    public void Rewrite(byte[] bytes) => Bytes = bytes;
}

/// <summary>A row of the ledger that a report rests on.</summary>
public sealed class ReportEvidence
{
    private ReportEvidence()
    {
    }

    public ReportEvidence(Guid reportId, Guid rowId) => (ReportId, RowId) = (reportId, rowId);

    public Guid ReportId { get; private set; }

    public Guid RowId { get; private set; }
}

using System.Globalization;
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
    private Report()
    {
    }

    /// <param name="number">For example "SBN 2026:4".</param>
    /// <param name="version">From 1.</param>
    /// <param name="requestedBy">The officer, or null when closing asked for it.</param>
    public Report(Guid consultationId, Guid committeeId, string number, int version, string title, Guid? requestedBy, DateTimeOffset now)
    {
        ConsultationId = consultationId;
        CommitteeId = committeeId;
        Number = number;
        Version = version;
        Title = title;
        RequestedBy = requestedBy;
        RequestedAt = now;
    }

    public Guid ConsultationId { get; private set; }

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

    /// <summary>The content as JSON, see <see cref="ReportModel"/>; null until ready.</summary>
    public string? Model { get; private set; }

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

    /// <summary>Keeps the content for good. Does nothing when it is there already.</summary>
    public void Complete(string model, DateTimeOffset now)
    {
        if (!IsFinished)
        {
            (State, Step, Progress, Model, ReadyAt) = (ReportState.Ready, "", 100, model, now);
        }
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

/// <summary>A file of a finished report; its bytes never change.</summary>
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

    /// <summary><c>html</c> (the article alone), <c>pdf</c> or <c>csv</c>.</summary>
    public string Format { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public byte[] Bytes { get; private set; } = [];
}

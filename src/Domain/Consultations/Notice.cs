using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

/// <summary>A public deviation from, or addition to, the frozen spelregler (K11). Never edited, never removed.</summary>
public sealed class Notice : Entity
{
    private Notice()
    {
    }

    internal Notice(Guid consultationId, string text, string reason, string decidedBy, DateTimeOffset at)
    {
        ConsultationId = consultationId;
        Text = text;
        Reason = reason;
        DecidedBy = decidedBy;
        At = at;
    }

    public Guid ConsultationId { get; private set; }

    public string Text { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>Name and role of the official.</summary>
    public string DecidedBy { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

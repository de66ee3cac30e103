using System.ComponentModel.DataAnnotations;

namespace Medborgardialog.Application.Sends;

/// <summary>Bound from section <c>Sends</c>.</summary>
public sealed class SendOptions
{
    /// <summary>Price of one part of a text message in kronor, for the estimate; 0 when it is not known.</summary>
    [Range(0, 100)]
    public decimal SmsPartPrice { get; init; }

    /// <summary>Sends at any hour, for trying out. Refused in Production.</summary>
    public bool AnyHour { get; init; }
}

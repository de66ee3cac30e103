using System.ComponentModel.DataAnnotations;

namespace Medborgardialog.Application.Common;

/// <summary>The installation: one municipality. Bound from section <c>App</c>.</summary>
public sealed class AppOptions
{
    /// <summary>Name of the municipality, for example "Exempelby kommun".</summary>
    [Required]
    public string Municipality { get; init; } = "";

    /// <summary>Absolute address that links in mail start with, without a closing slash.</summary>
    [Required]
    public string BaseUrl { get; init; } = "";

    /// <summary>True when everything shown is invented; every page says so.</summary>
    public bool Demo { get; init; }

    [Required]
    public string ContactPhone { get; init; } = "";

    [Required]
    public string ContactEmail { get; init; } = "";

    /// <summary>Where to come for help; left out of the page when empty.</summary>
    public string ContactVisit { get; init; } = "";

    /// <summary>Postal address; left out of the page when empty.</summary>
    public string ContactPost { get; init; } = "";

    /// <summary>The data protection officer; <see cref="ContactEmail"/> when empty.</summary>
    public string DataProtectionEmail { get; init; } = "";
}

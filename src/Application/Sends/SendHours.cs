using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Sends;

/// <summary>Which hours hold for whom, in Swedish time.</summary>
public sealed class SendHours(IOptions<SendOptions> options)
{
    /// <summary>A frame whose oldest are at most this many years old is one of young people.</summary>
    public const int YouthUpTo = 19;

    public AllowedHours Of(Frame? frame) =>
        options.Value.AnyHour ? AllowedHours.Always(SwedishTime.Zone)
        : frame?.IsYouth == true || frame?.Oldest <= YouthUpTo ? AllowedHours.Youth(SwedishTime.Zone)
        : AllowedHours.Usual(SwedishTime.Zone);
}

namespace Medborgardialog.Infrastructure.Sends;

/// <summary>Text messages. Bound from section <c>Sms</c>.</summary>
internal sealed class SmsOptions
{
    /// <summary>Folder that messages are written to instead of being sent, for development. Empty: the installation sends none.</summary>
    public string Folder { get; set; } = "";
}

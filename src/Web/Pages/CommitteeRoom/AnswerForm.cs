using System.Globalization;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Web.Pages.CommitteeRoom;

/// <summary>The committee's answer as typed. Everything is text, so that what cannot be read comes back as it was written.</summary>
public sealed class AnswerForm
{
    public const string Yes = "ja";
    public const string No = "nej";

    public List<Point> Points { get; set; } = [];

    public string? Summary { get; set; }

    public string? Changed { get; set; }

    public string? ChangedWhat { get; set; }

    public string? Reservations { get; set; }

    /// <summary>As a date field sends it, yyyy-MM-dd.</summary>
    public string? MeetingDay { get; set; }

    public string? Paragraph { get; set; }

    public string? RegistrationNumber { get; set; }

    public static AnswerForm Of(FeedbackText text) => new()
    {
        Points = [.. text.Points.Select(Point.Of)],
        Summary = text.Summary,
        Changed = text.Changed switch { true => Yes, false => No, null => "" },
        ChangedWhat = text.ChangedWhat,
        Reservations = text.Reservations,
        MeetingDay = text.MeetingDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Paragraph = text.Paragraph,
        RegistrationNumber = text.RegistrationNumber,
    };

    /// <param name="dayIsWrong">True when there is a day that cannot be read.</param>
    public FeedbackText Read(out bool dayIsWrong)
    {
        DateOnly? day = DateOnly.TryParseExact(MeetingDay?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        dayIsWrong = day is null && !string.IsNullOrWhiteSpace(MeetingDay);
        return new FeedbackText(
            [.. Points.Select(p => p.Read())], Summary ?? "", Changed switch { Yes => true, No => false, _ => null }, ChangedWhat ?? "",
            Reservations ?? "", day, Paragraph ?? "", RegistrationNumber ?? "");
    }

    public int IndexOf(Guid? pointId) => Points.FindIndex(p => Guid.TryParse(p.Id, out var id) && id == pointId);

    /// <summary>Name of a field in the form.</summary>
    public string NameOf(Guid? pointId, FeedbackField field) => (pointId is null ? -1 : IndexOf(pointId)) is var index and >= 0
        ? string.Create(CultureInfo.InvariantCulture, $"Input.Points[{index}].{field}")
        : field == FeedbackField.Theme ? "" : $"Input.{field}";

    public sealed class Point
    {
        public string? Id { get; set; }

        public string? ThemeId { get; set; }

        public string? Heading { get; set; }

        public string? YouSaid { get; set; }

        public string? Decision { get; set; }

        public string? WeDo { get; set; }

        public string? Why { get; set; }

        public string? When { get; set; }

        public string? Responsible { get; set; }

        public CommitteeDecision? Decided => Enum.TryParse<CommitteeDecision>(Decision, out var decision) && Enum.IsDefined(decision) ? decision : null;

        public static Point Of(FeedbackPoint point) => new()
        {
            Id = point.Id.ToString("D"), ThemeId = point.ThemeId?.ToString("D"), Heading = point.Heading, YouSaid = point.YouSaid,
            Decision = point.Decision?.ToString(), WeDo = point.WeDo, Why = point.Why, When = point.When, Responsible = point.Responsible,
        };

        public FeedbackPoint Read()
        {
            // The id is made here when the form has none, and goes back with the form.
            var id = Guid.TryParse(Id, out var given) ? given : Guid.CreateVersion7();
            Id = id.ToString("D");
            return new FeedbackPoint(
                id, Guid.TryParse(ThemeId, out var theme) ? theme : null, Heading ?? "", YouSaid ?? "", Decided, WeDo ?? "", Why ?? "", When ?? "", Responsible ?? "");
        }
    }
}

using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <param name="Version">Of the form, 0 for the first.</param>
public sealed record WriteFeedbackCommand(string Slug, uint Version, FeedbackText Text);

/// <summary>
/// The secretary saves the draft, complete or not. Errors: those of <see cref="FeedbackDesk"/>, <see cref="FeedbackLocked"/>,
/// <see cref="FeedbackTextsTooLong"/>, <see cref="FeedbackPointsTooMany"/>.
/// </summary>
public sealed class WriteFeedbackHandler(FeedbackDesk desk) : IUseCase
{
    public Task<Result<FeedbackSaved>> HandleAsync(WriteFeedbackCommand command, CancellationToken cancellationToken) => desk.ChangeAsync(
        command.Slug, command.Version, FeedbackPart.Secretary, action: null,
        place => place.Feedback.Write(Known(command.Text, place), desk.Actor, desk.Now), cancellationToken);

    /// <summary>A form can name any id: themes that the report does not have are none, and no two points share an id.</summary>
    private static FeedbackText Known(FeedbackText text, FeedbackPlace place)
    {
        var themes = place.Themes.Select(t => t.Id).ToHashSet();
        var taken = new HashSet<Guid> { Guid.Empty };
        return text with
        {
            Points =
            [
                .. text.Points.Select(p => p with
                {
                    Id = taken.Add(p.Id) ? p.Id : Guid.CreateVersion7(),
                    ThemeId = p.ThemeId is { } theme && themes.Contains(theme) ? theme : null,
                }),
            ],
        };
    }
}

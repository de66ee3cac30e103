using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Surveys;

/// <summary>Says that a picture may be shown to those who may see the survey. A picture may serve several surveys.</summary>
public sealed class SurveyPicture : Entity
{
    private SurveyPicture()
    {
    }

    public SurveyPicture(Guid surveyId, Guid pictureId) => (SurveyId, PictureId) = (surveyId, pictureId);

    public Guid SurveyId { get; private set; }

    public Guid PictureId { get; private set; }
}

using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Surveys;

/// <summary>Who runs a unit.</summary>
public enum UnitForm
{
    /// <summary>Kommunal.</summary>
    Municipal = 1,

    /// <summary>Fristående.</summary>
    Independent = 2,
}

/// <summary>A unit (enhet) that gives a service, and that its users may choose or leave: Nacka's kundval, Lomma's comparisons.</summary>
public sealed class ServiceUnit : Entity
{
    /// <summary>Longest comment of a provider, in characters (ux S11).</summary>
    public const int MaxComment = 600;

    private ServiceUnit()
    {
    }

    /// <param name="service">Name of the service, for example "Hemtjänst", as surveys name it.</param>
    /// <param name="slug">Key in addresses and as the attribute <c>unit</c> of a person of a frame.</param>
    public ServiceUnit(string service, string slug, string name, UnitForm form, string contact)
    {
        (Service, Slug, Name, Form, Contact) = (service, slug, name, form, contact);
    }

    /// <summary>The slug stays: people of frames and breakdowns point at it.</summary>
    public void Change(string service, string name, UnitForm form, string contact) => (Service, Name, Form, Contact) = (service, name, form, contact);

    public string Service { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public UnitForm Form { get; private set; }

    /// <summary>How one reaches the unit, in words.</summary>
    public string Contact { get; private set; } = "";
}

/// <summary>What a provider says about the figures of its unit in one survey; printed unedited.</summary>
public sealed class UnitComment : Entity
{
    private UnitComment()
    {
    }

    private UnitComment(Guid surveyId, Guid unitId, string text, DateTimeOffset now)
    {
        (SurveyId, UnitId, Text, WrittenAt) = (surveyId, unitId, text, now);
    }

    public Guid SurveyId { get; private set; }

    public Guid UnitId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>What it says instead, under the same rule.</summary>
    public Result<Done> Rewrite(string text, DateTimeOffset now)
    {
        var again = Write(SurveyId, UnitId, text, now);
        if (!again.IsSuccess)
        {
            return again.Error;
        }

        (Text, WrittenAt) = (again.Value.Text, now);
        return Done.Value;
    }

    /// <summary><see cref="UnitCommentWrong"/> when empty or longer than <see cref="ServiceUnit.MaxComment"/> characters.</summary>
    public static Result<UnitComment> Write(Guid surveyId, Guid unitId, string text, DateTimeOffset now)
    {
        var clean = PlainText.Clean(text);
        return clean.Length is 0 or > ServiceUnit.MaxComment ? new UnitCommentWrong(ServiceUnit.MaxComment) : new UnitComment(surveyId, unitId, clean, now);
    }
}

/// <summary>Empty or longer than <paramref name="Max"/> characters ({0} of the text).</summary>
public sealed record UnitCommentWrong(int Max) : RuleError("survey.unitCommentWrong");

using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Surveys;

public sealed partial class Survey
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitle = 80;

    /// <summary>Class H is compulsory where fewer than this many are asked (trust 2.3).</summary>
    public const int HighProtectionUnder = 100;

    /// <summary>Most languages beside Swedish.</summary>
    public const int MaxLanguages = 12;

    /// <summary>Notes who changed it and when; each change saved by an official ends with this.</summary>
    public void Touch(string name, DateTimeOffset now)
    {
        EditedBy = name;
        EditedAt = now;
    }

    /// <summary>Errors: <see cref="SurveyTitleWrong"/>, <see cref="SurveyFrozen"/>.</summary>
    public Result<Done> WriteTexts(string title, string shortTitle, string why, string easySwedish, string service) =>
        title.Trim().Length is 0 or > MaxTitle
            ? new SurveyTitleWrong(MaxTitle)
            : Edit(() =>
            {
                Title = title.Trim();
                ShortTitle = shortTitle.Trim();
                Why = PlainText.Clean(why);
                EasySwedish = PlainText.Clean(easySwedish);
                Service = service.Trim();
            });

    public Result<Done> SetCommittee(Guid committeeId, string contactName, string contactPhone) => Edit(() =>
    {
        CommitteeId = committeeId;
        ContactName = contactName.Trim();
        ContactPhone = contactPhone.Trim();
    });

    /// <summary>
    /// Who is asked and how their answers are kept. A sample or a total survey must be proved by a code or an e-ID, or those who answer
    /// are not the ones who were asked (<see cref="DesignNeedsCodes"/>), and how many were asked must be said (<see cref="InvitedMissing"/>);
    /// fewer than 100 invited makes class H compulsory.
    /// </summary>
    /// <param name="invited">1 or more, or null.</param>
    /// <param name="population">At least <paramref name="invited"/>, or null.</param>
    public Result<Done> SetWho(
        string eligibility, AssuranceLevel minimum, AnswerMode mode, bool highProtection, SampleDesign design, int? invited, int? population)
    {
        if (design != SampleDesign.Open && minimum < AssuranceLevel.LetterCode)
        {
            return new DesignNeedsCodes();
        }

        if (design != SampleDesign.Open && invited is null)
        {
            return new InvitedMissing();
        }

        if (invited is < 1 || population is < 1 || population < invited)
        {
            return new InvitedWrong();
        }

        return Edit(() =>
        {
            Eligibility = eligibility.Trim();
            (MinimumAssurance, Mode, Design) = (minimum, mode, design);
            HighProtection = highProtection || invited < HighProtectionUnder;
            (InvitedCount, PopulationCount) = (invited, population);
        });
    }

    public Result<Done> SetChannels(string otherWays, string privacyText) => Edit(() =>
    {
        OtherWays = PlainText.Clean(otherWays);
        PrivacyText = PlainText.Clean(privacyText);
    });

    /// <param name="languages">BCP 47 tags beside Swedish, at most 12 (<see cref="LanguagesWrong"/>).</param>
    public Result<Done> SetLanguages(IReadOnlyList<string> languages)
    {
        var tags = languages.Select(l => l.Trim()).Where(l => l.Length > 0 && l != "sv").Distinct(StringComparer.Ordinal).ToList();
        return tags.Count > MaxLanguages || tags.Exists(t => t.Length > 20 || !t.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            ? new LanguagesWrong(MaxLanguages)
            : Edit(() => Languages = tags);
    }

    /// <summary>
    /// Declares what results are broken down by. At most four variables, of which the doors are one (<see cref="TooManyVariables"/>), each once and with two groups
    /// or more that have keys and names of their own (<see cref="BreakdownWrong"/>).
    /// </summary>
    public Result<Done> Declare(IReadOnlyList<BreakdownVariable> breakdowns)
    {
        // The doors are always one of them (trust T13).
        var most = ProtectionLimits.MostVariables - (breakdowns.Any(b => b.Source == BreakdownSource.Door) ? 0 : 1);
        if (breakdowns.Count > most)
        {
            return new TooManyVariables(most);
        }

        var wrong = breakdowns.FirstOrDefault(b =>
            b.Categories.Count < 2 || b.Name.Trim().Length == 0 || b.Categories.Any(c => c.Name.Trim().Length == 0)
            || b.Categories.DistinctBy(c => c.Key).Count() != b.Categories.Count || b.Categories.DistinctBy(c => c.Name).Count() != b.Categories.Count);
        return wrong is not null || breakdowns.DistinctBy(b => (b.Source, b.Key)).Count() != breakdowns.Count
            ? new BreakdownWrong(wrong?.Name ?? breakdowns[0].Name)
            : Edit(() => Breakdowns = [.. breakdowns]);
    }

    /// <summary>As the other one, where units that questions are asked by must stay (<see cref="AddOnUnitUnknown"/>).</summary>
    public Result<Done> Declare(IReadOnlyList<BreakdownVariable> breakdowns, Questionnaire questionnaire)
    {
        var declared = Declare(breakdowns);
        return declared.IsSuccess && FaultOfAddOns(questionnaire) is AddOnUnitUnknown unknown ? unknown : declared;
    }

    /// <summary>Results are always told apart by how people came in (trust T13); where the officers have not grouped the doors it is by each.</summary>
    public Result<Done> TellDoorsApart(BreakdownVariable doors) =>
        Breakdowns.Any(b => b.Source == BreakdownSource.Door) ? Done.Value : Edit(() => Breakdowns = [doors, .. Breakdowns]);

    public Result<Done> SetRowExport(bool allowed) => Edit(() => RowExport = allowed);

    /// <summary>Open before closing, result after closing, answer after the result (<see cref="SurveyTimesWrong"/> names the field).</summary>
    public Result<Done> SetTimes(SurveyTimes times)
    {
        if (times.ClosesAt <= times.AnswersOpenAt)
        {
            return new SurveyTimesWrong(nameof(SurveyTimes.ClosesAt), "schedule.closesBeforeAnswers");
        }

        if (times.ResultsAt < times.ClosesAt)
        {
            return new SurveyTimesWrong(nameof(SurveyTimes.ResultsAt), "schedule.resultsBeforeClosing");
        }

        return DateOnly.FromDateTime(times.ResultsAt.UtcDateTime) >= times.PromisedAt
            ? new SurveyTimesWrong(nameof(SurveyTimes.PromisedAt), "survey.promisedBeforeResults")
            : Edit(() => Times = times);
    }

    /// <summary>An edition of a programme; <see cref="EditionMissing"/> when it has no name.</summary>
    public Result<Done> SetProgramme(Guid? programmeId, string edition) =>
        programmeId is not null && edition.Trim().Length is 0 or > 20
            ? new EditionMissing()
            : Edit(() => (ProgrammeId, Edition) = (programmeId, programmeId is null ? "" : edition.Trim()));

    /// <summary>
    /// Replaces the questions. Errors: those of <see cref="QuestionRules.Fault(IReadOnlyList{Question}, Condition?)"/>,
    /// <see cref="AddOnOnlyForUsers"/>, <see cref="SurveyFrozen"/>.
    /// </summary>
    public Result<Done> Ask(Questionnaire questionnaire, IReadOnlyList<Question> questions, Condition? experience)
    {
        var wrong = QuestionRules.Fault(questions, experience)
            ?? (!IsServiceSurvey && questions.FirstOrDefault(q => q.IsAddOn) is { } addOn ? new AddOnOnlyForUsers(addOn.Section) : null);
        return wrong is not null ? wrong : Edit(() => questionnaire.Ask(questions, experience));
    }

    /// <summary>
    /// What keeps the add-ons from being asked and told of, or null: units are known by the breakdown that was declared. Errors:
    /// <see cref="AddOnOnlyForUsers"/>, <see cref="AddOnUnitUnknown"/>.
    /// </summary>
    public Error? FaultOfAddOns(Questionnaire questionnaire)
    {
        var asked = QuestionLogic.AsksUnit(questionnaire.Questions);
        var known = Units is { } units && asked == (units.Source == BreakdownSource.Question) ? units.Categories.Select(c => c.Key).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var addOn in questionnaire.Questions.Where(q => q.IsAddOn))
        {
            if (!IsServiceSurvey)
            {
                return new AddOnOnlyForUsers(addOn.Section);
            }

            if (addOn.AskedOf.FirstOrDefault(u => !known.Contains(u)) is { } unknown)
            {
                return new AddOnUnitUnknown(addOn.Section, unknown);
            }
        }

        return null;
    }

    /// <summary>A change after it was sent for review takes it back: the second person approves what they have read.</summary>
    private Result<Done> Edit(Action change)
    {
        if (IsFrozen)
        {
            return new SurveyFrozen();
        }

        change();
        BackToDraft();
        return Done.Value;
    }

    private void BackToDraft()
    {
        State = SurveyState.Draft;
        SentForReviewBy = null;
        ApprovedBy = null;
        ApprovedAt = null;
    }
}

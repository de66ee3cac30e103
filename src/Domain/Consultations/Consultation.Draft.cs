using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Domain.Consultations;

public sealed partial class Consultation
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitle = 80;

    public const int MaxSlug = 60;

    /// <summary>Longest summary, in words.</summary>
    public const int MaxSummaryWords = 50;

    /// <summary>Most options, because the letters are A to Z and nobody compares more than a few.</summary>
    public const int MaxOptions = 8;

    public Result<Done> WriteTexts(string title, string shortTitle, string summary, string background, string easySwedish)
    {
        if (title.Trim().Length is 0 or > MaxTitle)
        {
            return new TitleWrong();
        }

        return Edit(() =>
        {
            Title = title.Trim();
            ShortTitle = shortTitle.Trim();
            Summary = summary.Trim();
            Background = Text(background);
            EasySwedish = Text(easySwedish);
        });
    }

    /// <summary>The address may change until publishing. <see cref="SlugWrong"/> when it is not a–z, 0–9 and single hyphens.</summary>
    public Result<Done> Rename(string slug) => IsSlug(slug) ? Edit(() => Slug = slug) : new SlugWrong();

    public static bool IsSlug(string slug) =>
        slug.Length is > 0 and <= MaxSlug && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && !slug.StartsWith('-') && !slug.EndsWith('-') && !slug.Contains("--", StringComparison.Ordinal);

    /// <summary>Notes who changed it and when; each change saved by an official ends with this.</summary>
    public void Touch(string name, DateTimeOffset now)
    {
        EditedBy = name;
        EditedAt = now;
    }

    /// <summary>Replaces the questions. Errors: those of <see cref="QuestionRules.Fault(IReadOnlyList{Question}, Condition?)"/>, <see cref="ConsultationFrozen"/>.</summary>
    public Result<Done> Ask(Questionnaire questionnaire, IReadOnlyList<Question> questions)
    {
        if (QuestionRules.Fault(questions) is { } wrong)
        {
            return (Result<Done>)wrong;
        }

        return Edit(() => questionnaire.Ask(questions));
    }

    /// <summary>K12. <see cref="NothingToInfluence"/> when the level is information.</summary>
    public Result<Done> SetInfluence(InfluenceLevel level, IEnumerable<string> canInfluence, IEnumerable<string> alreadyDecided)
    {
        if (level == InfluenceLevel.Information)
        {
            return new NothingToInfluence();
        }

        return Edit(() =>
        {
            Influence = level;
            CanInfluence = Lines(canInfluence);
            AlreadyDecided = Lines(alreadyDecided);
        });
    }

    public Result<Done> SetCommittee(Guid committeeId, string contactName, string contactPhone) => Edit(() =>
    {
        CommitteeId = committeeId;
        ContactName = contactName.Trim();
        ContactPhone = contactPhone.Trim();
    });

    public Result<Done> SetEligibility(
        string eligibility, int? eligibleCount, AssuranceLevel minimum, AnswerMode mode, bool highProtection) => Edit(() =>
    {
        Eligibility = eligibility.Trim();
        EligibleCount = eligibleCount;
        MinimumAssurance = minimum;
        Mode = mode;
        HighProtection = highProtection || eligibleCount < 100;
    });

    public Result<Done> SetChannels(string otherWays, string privacyText) => Edit(() =>
    {
        OtherWays = otherWays.Trim();
        PrivacyText = privacyText.Trim();
    });

    public Result<Done> SetModerators(Guid moderatorId, Guid deputyId) => Edit(() =>
    {
        ModeratorId = moderatorId;
        DeputyModeratorId = deputyId;
    });

    /// <summary>Sets the aspects that all options answer. Answers already written keep their place by position.</summary>
    public Result<Done> SetAspects(IEnumerable<string> names, int cardAspects) => Edit(() =>
    {
        AspectNames = Lines(names);
        CardAspects = Math.Clamp(cardAspects, 0, Math.Min(3, AspectNames.Count));
    });

    /// <summary>Adds an empty option with the next letter.</summary>
    public Result<Option> AddOption()
    {
        if (IsFrozen)
        {
            return new ConsultationFrozen();
        }

        if (_options.Count >= MaxOptions)
        {
            return new TooManyOptions(MaxOptions);
        }

        BackToDraft();
        var option = new Option(Id, ((char)('A' + _options.Count)).ToString());
        _options.Add(option);
        return option;
    }

    public Result<Done> DescribeOption(Guid optionId, OptionText text) => EditOption(optionId, o => o.Describe(text));

    public Result<Done> SetOptionPicture(Guid optionId, Guid pictureId) => EditOption(optionId, o => o.SetPicture(pictureId));

    public Result<Done> RemoveOption(Guid optionId) => EditOption(optionId, option =>
    {
        _options.Remove(option);
        var letter = 'A';
        foreach (var left in _options.OrderBy(o => o.Letter, StringComparer.Ordinal))
        {
            left.SetLetter(letter++.ToString());
        }
    });

    /// <summary>
    /// Sets the dates. <see cref="ScheduleWrong"/> names the field when they contradict each other:
    /// talk ≤ answers &lt; closing ≤ results, promise after closing.
    /// </summary>
    public Result<Done> SetSchedule(Schedule schedule)
    {
        if (schedule.AnswersOpenAt < schedule.TalkOpensAt)
        {
            return new ScheduleWrong(nameof(Schedule.AnswersOpenAt), "schedule.answersBeforeTalk");
        }

        if (schedule.ClosesAt <= schedule.AnswersOpenAt)
        {
            return new ScheduleWrong(nameof(Schedule.ClosesAt), "schedule.closesBeforeAnswers");
        }

        if (schedule.ResultsAt < schedule.ClosesAt)
        {
            return new ScheduleWrong(nameof(Schedule.ResultsAt), "schedule.resultsBeforeClosing");
        }

        if (schedule.PromisedAt <= DateOnly.FromDateTime(schedule.ClosesAt.UtcDateTime))
        {
            return new ScheduleWrong(nameof(Schedule.PromisedAt), "schedule.promiseBeforeClosing");
        }

        return Edit(() => Schedule = schedule);
    }

    public Result<Done> Tick(PublishCheck check, bool done)
    {
        if (IsFrozen)
        {
            return new ConsultationFrozen();
        }

        TickedChecks = done ? [.. TickedChecks.Append(check).Distinct()] : [.. TickedChecks.Where(c => c != check)];
        return Done.Value;
    }

    private Result<Done> Edit(Action change)
    {
        if (IsFrozen)
        {
            return new ConsultationFrozen();
        }

        BackToDraft();
        change();
        return Done.Value;
    }

    private Result<Done> EditOption(Guid optionId, Action<Option> change)
    {
        var option = _options.Find(o => o.Id == optionId);
        return option is null ? new ConsultationNotFound() : Edit(() => change(option));
    }

    /// <summary>What the second person approves must be what was reviewed, so a change sends it back.</summary>
    private void BackToDraft()
    {
        State = ConsultationState.Draft;
        SentForReviewBy = null;
        ApprovedBy = null;
        ApprovedAt = null;
    }

    /// <summary>Forms send CR LF; the manifest must not depend on which browser wrote the text.</summary>
    private static string Text(string text) => text.ReplaceLineEndings("\n").Trim();

    private static List<string> Lines(IEnumerable<string> lines) =>
        [.. lines.Select(l => l.Trim()).Where(l => l.Length > 0)];
}

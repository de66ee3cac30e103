using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medborgardialog.Load;

/// <summary>
/// A rådslag whose questions are statements to agree or disagree with, made and approved by the domain's own rules and put
/// straight into the database: what is tried is answering, not building.
/// </summary>
internal static class StatementConsultation
{
    /// <returns>Its slug.</returns>
    public static async Task<string> MakeAsync(NpgsqlDataSource database, IReadOnlyList<string> statements)
    {
        await using var db = new AppDbContext(
            new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options);
        var staff = await db.Set<StaffMember>().OrderBy(s => s.Name).Select(s => s.Id).Take(2).ToListAsync();
        var committee = await db.Set<Committee>().OrderBy(c => c.Name).FirstOrDefaultAsync();
        if (staff.Count < 2 || committee is null)
        {
            throw new ArgumentsWrongException("The database has no staff and no committee: seed the demo first.");
        }

        var now = TimeProvider.System.GetUtcNow();
        var slug = $"pastaenden-{now.ToUnixTimeSeconds():x}";
        var consultation = new Consultation(slug, "Vad tycker du om påståendena?", staff[0], now);
        var questionnaire = new Questionnaire(consultation.Id);
        Must(consultation.Ask(questionnaire, [.. statements.Select(Ask)]));
        Write(consultation, staff, committee.Id, now);
        Must(consultation.SendForReview(staff[0], questionnaire));
        Must(consultation.Approve(staff[1], questionnaire, committee.Name, now));
        db.Add(consultation);
        db.Add(questionnaire);
        await db.SaveChangesAsync();
        return slug;
    }

    public static string KeyOf(int statement) => $"p{statement}";

    public static string ChoiceOf(int vote) => vote switch
    {
        1 => "ja",
        -1 => "nej",
        _ => "pass",
    };

    public static string LabelOf(int vote) => vote switch
    {
        1 => "Håller med",
        -1 => "Håller inte med",
        _ => "Vet inte",
    };

    private static Question Ask(string statement, int number) => new()
    {
        Key = KeyOf(number), Kind = QuestionKind.Single, Section = $"Påstående {number + 1}", Text = statement, Headline = number == 0,
        Choices = [.. new[] { 1, -1, 0 }.Select(vote => new Choice(ChoiceOf(vote), LabelOf(vote), OutsideBase: vote == 0))],
    };

    private static void Write(Consultation consultation, List<Guid> staff, Guid committee, DateTimeOffset now)
    {
        Must(consultation.WriteTexts(
            "Vad tycker du om påståendena?", "Påståenden", "Säg om du håller med.", "Ett prov med påståenden ur en verklig dialog.", "Säg om du håller med."));
        Must(consultation.SetInfluence(InfluenceLevel.Consult, ["vilka påståenden som gäller"], ["att de är påståenden"]));
        Must(consultation.SetCommittee(committee, "Lena Provberg", "0000-00 00 00"));
        Must(consultation.SetEligibility("Alla i provet", null, AssuranceLevel.Email, AnswerMode.Confidential, highProtection: false));
        Must(consultation.SetChannels("Svaren i provet kommer bara den här vägen.", "Inga verkliga personer svarar i provet."));
        Must(consultation.SetModerators(staff[0], staff[1]));
        Must(consultation.SetAspects(["Innebörd"], cardAspects: 1));
        foreach (var name in new[] { "Håller med", "Håller inte med" })
        {
            var option = consultation.AddOption().Value!;
            Must(consultation.DescribeOption(option.Id, new OptionText(name, name, name, "", "", [name])));
        }

        Must(consultation.SetSchedule(new Schedule(
            now.AddHours(-1), now.AddMinutes(-30), now.AddDays(7), now.AddDays(7), now.SwedishDate().AddDays(60))));
        Must(consultation.Tick(PublishCheck.TestedOnPhone, done: true));
        Must(consultation.Tick(PublishCheck.TestedWithoutScript, done: true));
    }

    private static void Must<T>(Result<T> result)
        where T : notnull
    {
        if (!result.IsSuccess)
        {
            throw new LoadException($"The rådslag of the trial breaks a rule: {result.Error}");
        }
    }
}

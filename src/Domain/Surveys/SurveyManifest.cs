using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Surveys;

/// <summary>The spelregler of a survey as everyone can check them (K11): canonical JSON and its SHA-256.</summary>
public static class SurveyManifest
{
    /// <returns>The JSON text and its SHA-256 as 64 lower-case hex digits.</returns>
    public static (string Json, string Hash) Freeze(Survey survey, Questionnaire questionnaire, string committeeName)
    {
        var times = survey.Times!;
        var limits = ProtectionLimits.For(survey.HighProtection);
        var json = CanonicalJson.Write(new JsonObject
        {
            ["format"] = "Medborgardialog/v1/enkät",
            ["id"] = survey.Id.ToString("D"),
            ["titel"] = survey.Title,
            ["varför"] = survey.Why,
            ["verksamhet"] = survey.Service,
            ["nämnd"] = committeeName,
            ["lovatSvarSenast"] = times.PromisedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["svarÖppnar"] = CanonicalJson.Instant(times.AnswersOpenAt),
            ["stänger"] = CanonicalJson.Instant(times.ClosesAt),
            ["resultat"] = CanonicalJson.Instant(times.ResultsAt),
            ["tidszon"] = "Europe/Stockholm",
            ["vilkaFårSvara"] = survey.Eligibility,
            ["lägstaNivå"] = survey.MinimumAssurance.ToString(),
            ["läge"] = survey.Mode.ToString(),
            ["urval"] = survey.Design.ToString(),
            ["inbjudna"] = survey.InvitedCount,
            ["skyddsklass"] = survey.HighProtection ? "H" : "S",
            ["minstaGrupp"] = limits.SmallestGroup,
            ["resultatUnderTiden"] = false,
            ["raderExporteras"] = survey.RowExport,
            ["upplaga"] = survey.Edition,
            ["indelningar"] = new JsonArray([.. survey.Breakdowns.Select(b => (JsonNode)new JsonObject
            {
                ["nyckel"] = b.Key,
                ["namn"] = b.Name,
                ["källa"] = b.Source.ToString(),
                ["grupper"] = CanonicalJson.Texts(b.Categories.Select(c => c.Name)),
            })]),
            ["frågor"] = new JsonArray([.. questionnaire.Questions.Select(QuestionDescription.Of)]),
            ["erfarenhet"] = questionnaire.Experience is { } e ? QuestionDescription.Of(e) : null,
        });
        return (json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }
}

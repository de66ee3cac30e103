using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

/// <summary>
/// The spelregler of a rådslag as everyone can check them (K11): canonical JSON and its SHA-256.
/// </summary>
public static class Manifest
{
    /// <returns>The JSON text and its SHA-256 as 64 lower-case hex digits.</returns>
    public static (string Json, string Hash) Freeze(Consultation consultation, Questionnaire questionnaire, string committeeName)
    {
        var schedule = consultation.Schedule!;
        var json = CanonicalJson.Write(new JsonObject
        {
            ["format"] = "Medborgardialog/v1/spelregler",
            ["id"] = consultation.Id.ToString("D"),
            ["titel"] = consultation.Title,
            ["sammanfattning"] = consultation.Summary,
            ["påverkansgrad"] = consultation.Influence.ToString(),
            ["kanPåverkas"] = CanonicalJson.Texts(consultation.CanInfluence),
            ["redanBestämt"] = CanonicalJson.Texts(consultation.AlreadyDecided),
            ["nämnd"] = committeeName,
            ["lovatSvarSenast"] = schedule.PromisedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["samtalÖppnar"] = CanonicalJson.Instant(schedule.TalkOpensAt),
            ["svarÖppnar"] = CanonicalJson.Instant(schedule.AnswersOpenAt),
            ["stänger"] = CanonicalJson.Instant(schedule.ClosesAt),
            ["resultat"] = CanonicalJson.Instant(schedule.ResultsAt),
            ["tidszon"] = "Europe/Stockholm",
            ["vilkaFårSvara"] = consultation.Eligibility,
            ["lägstaNivå"] = consultation.MinimumAssurance.ToString(),
            ["läge"] = consultation.Mode.ToString(),
            ["skyddsklass"] = consultation.HighProtection ? "H" : "S",
            ["minstaGrupp"] = 10,
            ["resultatUnderTiden"] = false,
            ["aspekter"] = CanonicalJson.Texts(consultation.AspectNames),
            ["alternativ"] = new JsonArray([.. consultation.Options.Select(Describe)]),
            ["frågor"] = new JsonArray([.. questionnaire.Questions.Select(QuestionDescription.Of)]),
        });
        return (json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    private static JsonObject Describe(Option option) => new()
    {
        ["bokstav"] = option.Letter,
        ["namn"] = option.Name,
        ["idé"] = option.Idea,
        ["beskrivning"] = option.Description,
        ["konsekvenser"] = CanonicalJson.Texts(option.Aspects),
        ["bildtext"] = option.PictureText,
        ["bild"] = option.PictureId?.ToString("D"),
    };
}

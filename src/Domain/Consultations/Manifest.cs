using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Domain.Consultations;

/// <summary>
/// The spelregler as everyone can check them (K11): canonical JSON in the sense of RFC 8785 (keys sorted by UTF-16 code
/// units, no white space, integers only, shortest escapes) and its SHA-256.
/// </summary>
public static class Manifest
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The JSON text and its SHA-256 as 64 lower-case hex digits.</returns>
    public static (string Json, string Hash) Freeze(Consultation consultation, Questionnaire questionnaire, string committeeName)
    {
        var schedule = consultation.Schedule!;
        var json = Canonical(new JsonObject
        {
            ["format"] = "Medborgardialog/v1/spelregler",
            ["id"] = consultation.Id.ToString("D"),
            ["titel"] = consultation.Title,
            ["sammanfattning"] = consultation.Summary,
            ["påverkansgrad"] = consultation.Influence.ToString(),
            ["kanPåverkas"] = Texts(consultation.CanInfluence),
            ["redanBestämt"] = Texts(consultation.AlreadyDecided),
            ["nämnd"] = committeeName,
            ["lovatSvarSenast"] = schedule.PromisedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["samtalÖppnar"] = Instant(schedule.TalkOpensAt),
            ["svarÖppnar"] = Instant(schedule.AnswersOpenAt),
            ["stänger"] = Instant(schedule.ClosesAt),
            ["resultat"] = Instant(schedule.ResultsAt),
            ["tidszon"] = "Europe/Stockholm",
            ["vilkaFårSvara"] = consultation.Eligibility,
            ["lägstaNivå"] = consultation.MinimumAssurance.ToString(),
            ["läge"] = consultation.Mode.ToString(),
            ["skyddsklass"] = consultation.HighProtection ? "H" : "S",
            ["minstaGrupp"] = 10,
            ["resultatUnderTiden"] = false,
            ["aspekter"] = Texts(consultation.AspectNames),
            ["alternativ"] = new JsonArray([.. consultation.Options.Select(Describe)]),
            ["frågor"] = new JsonArray([.. questionnaire.Questions.Select(Describe)]),
        });
        return (json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    /// <summary>Writes <paramref name="node"/> with sorted keys and no white space.</summary>
    public static string Canonical(JsonNode node) => Sorted(node)!.ToJsonString(Compact);

    private static JsonObject Describe(Option option) => new()
    {
        ["bokstav"] = option.Letter,
        ["namn"] = option.Name,
        ["idé"] = option.Idea,
        ["beskrivning"] = option.Description,
        ["konsekvenser"] = Texts(option.Aspects),
        ["bildtext"] = option.PictureText,
        ["bild"] = option.PictureId?.ToString("D"),
    };

    private static JsonObject Describe(Question question) => new()
    {
        ["nyckel"] = question.Key,
        ["typ"] = question.Kind.ToString(),
        ["fråga"] = question.Text,
        ["hjälptext"] = question.Hint,
        ["krävs"] = question.Required,
        ["huvudfråga"] = question.Headline,
        ["högst"] = question.MaxChoices,
        ["val"] = new JsonArray([.. question.Choices.Select(c => (JsonNode)new JsonObject
        {
            ["nyckel"] = c.Key,
            ["text"] = c.Label,
            ["utanförBasen"] = c.OutsideBase,
        })]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)]);

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>A question as the spelregler print it: everything that decides what is asked and what an answer means.</summary>
public static class QuestionDescription
{
    private static readonly JsonSerializerOptions Options = new();

    /// <summary>What every question has, and beyond that only what this one uses.</summary>
    public static JsonObject Of(Question question)
    {
        var node = new JsonObject
        {
            ["nyckel"] = question.Key,
            ["typ"] = question.Kind.ToString(),
            ["fråga"] = question.Text,
            ["hjälptext"] = question.Hint,
            ["krävs"] = question.Required,
            ["huvudfråga"] = question.Headline,
            ["högst"] = question.MaxChoices,
            ["val"] = new JsonArray([.. question.Choices.Select(Of)]),
        };
        Add(node, "påståenden", question.Items.Count > 0, () => new JsonArray([.. question.Items.Select(i => (JsonNode)new JsonObject
        {
            ["nyckel"] = i.Key,
            ["text"] = i.Text,
        })]));
        Add(node, "visasOm", question.ShowIf is not null, () => Of(question.ShowIf!));
        Add(node, "perspektiv", question.Perspective is not null, () => question.Perspective.ToString()!);
        Add(node, "indikator", question.Indicator is not null, () => question.Indicator!);
        Add(node, "bruten", question.BreakNote is not null, () => question.BreakNote!);
        Add(node, "frågebank", question.BankKey is not null, () => $"{question.BankKey} {question.BankVersion}");
        Add(node, "mäter", question.Measures is not null, () => question.Measures.ToString()!);
        Add(node, "enheter", question.IsAddOn, () => CanonicalJson.Texts(question.AskedOf));
        Add(node, "fårCiteras", question.MayBeQuoted, () => true);
        Add(node, "plats", question.Kind == QuestionKind.Place, () => question.Place.ToString());
        Add(node, "minst", question.Lowest is not null, () => Number(question.Lowest!.Value));
        Add(node, "mest", question.Highest is not null, () => Number(question.Highest!.Value));
        Add(node, "decimaler", question.Decimals > 0, () => question.Decimals);
        Add(node, "måttenhet", question.Unit is not null, () => question.Unit!);
        Add(node, "språk", question.Languages.Count > 0, () => JsonSerializer.SerializeToNode(question.Languages, Options)!);
        return node;
    }

    public static JsonNode Of(Condition condition) => JsonSerializer.SerializeToNode(condition, Options)!;

    private static JsonNode Of(Choice choice)
    {
        var node = new JsonObject { ["nyckel"] = choice.Key, ["text"] = choice.Label, ["utanförBasen"] = choice.OutsideBase };
        Add(node, "ingenErfarenhet", choice.NoExperience, () => true);
        Add(node, "positivt", choice.Positive, () => true);
        Add(node, "bild", choice.PictureId is not null, () => choice.PictureId!.Value.ToString("D"));
        return node;
    }

    /// <summary>Canonical JSON has integers only.</summary>
    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Add(JsonObject node, string key, bool used, Func<JsonNode> value)
    {
        if (used)
        {
            node[key] = value();
        }
    }
}

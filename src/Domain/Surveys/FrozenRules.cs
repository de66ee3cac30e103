using System.Globalization;
using System.Text.Json.Nodes;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Surveys;

/// <summary>The spelregler of a survey, read back from the frozen text that has the public hash: what was decided, whatever holds now.</summary>
/// <param name="Service">Empty for a survey of citizens.</param>
/// <param name="Invited">Null when the door is open or it was not known.</param>
/// <param name="SmallestGroup">K: no group of fewer persons is told of.</param>
/// <param name="Edition">Empty outside a programme.</param>
public sealed record FrozenRules(
    string Title, string Why, string Service, string Committee, DateOnly PromisedAt, DateTimeOffset OpensAt, DateTimeOffset ClosesAt,
    DateTimeOffset ResultsAt, string Eligibility, AssuranceLevel Minimum, AnswerMode Mode, SampleDesign Design, int? Invited, bool HighProtection,
    int SmallestGroup, bool RowExport, string Edition, IReadOnlyList<FrozenBreakdown> Breakdowns, IReadOnlyList<FrozenQuestion> Questions)
{
    /// <summary>Throws where the text is none that <see cref="SurveyManifest.Freeze"/> has written.</summary>
    public static FrozenRules Read(string json)
    {
        var rules = JsonNode.Parse(json)!;
        string Text(string key) => (string?)rules[key] ?? "";
        DateTimeOffset At(string key) => DateTimeOffset.Parse(Text(key), CultureInfo.InvariantCulture);
        return new FrozenRules(
            Text("titel"), Text("varför"), Text("verksamhet"), Text("nämnd"), DateOnly.Parse(Text("lovatSvarSenast"), CultureInfo.InvariantCulture),
            At("svarÖppnar"), At("stänger"), At("resultat"), Text("vilkaFårSvara"), Enum.Parse<AssuranceLevel>(Text("lägstaNivå")),
            Enum.Parse<AnswerMode>(Text("läge")), Enum.Parse<SampleDesign>(Text("urval")), (int?)rules["inbjudna"], Text("skyddsklass") == "H",
            (int)rules["minstaGrupp"]!, (bool)rules["raderExporteras"]!, Text("upplaga"),
            [.. rules["indelningar"]!.AsArray().Select(b => new FrozenBreakdown((string)b!["namn"]!, Texts(b["grupper"])))],
            [.. rules["frågor"]!.AsArray().Select(q => new FrozenQuestion(
                (string)q!["fråga"]!, [.. q["val"]!.AsArray().Select(c => (string)c!["text"]!)], [.. (q["påståenden"]?.AsArray() ?? []).Select(i => (string)i!["text"]!)],
                (bool)q["huvudfråga"]!, (bool)q["krävs"]!, q["visasOm"] is not null, Texts(q["enheter"])))]);
    }

    private static string[] Texts(JsonNode? texts) => [.. (texts?.AsArray() ?? []).Select(t => (string)t!)];
}

/// <param name="Groups">Their names, in order.</param>
public sealed record FrozenBreakdown(string Name, IReadOnlyList<string> Groups);

/// <param name="Items">Statements of a battery.</param>
/// <param name="Routed">Whether an earlier answer decides who gets it.</param>
/// <param name="Units">Keys of the units that alone ask it; empty for everyone.</param>
public sealed record FrozenQuestion(
    string Text, IReadOnlyList<string> Choices, IReadOnlyList<string> Items, bool Headline, bool Required, bool Routed, IReadOnlyList<string> Units);

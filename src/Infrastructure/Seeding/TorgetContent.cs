using System.Text.Json;
using System.Text.Json.Serialization;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The demo rådslag as written in <c>Exempelby/torget.json</c>. Everything in it is invented.</summary>
internal sealed record TorgetContent(
    string Slug, string Title, string ShortTitle, string Summary, string Background, string EasySwedish,
    IReadOnlyList<string> CanInfluence, IReadOnlyList<string> AlreadyDecided, string Eligibility, int EligibleCount,
    string OtherWays, string PrivacyText, string ContactName, string ContactPhone, IReadOnlyList<string> Aspects,
    IReadOnlyList<OptionContent> Options, IReadOnlyList<Question> Questions, IReadOnlyList<string> Areas,
    IReadOnlyDictionary<string, IReadOnlyList<int>> Result, IReadOnlyDictionary<string, int> Ages,
    IReadOnlyList<MoveContent> Moves, int AnsweredAtDay35, IReadOnlyDictionary<string, IReadOnlyList<string>> Texts);

internal sealed record OptionContent(
    string Name, string Picture, string Idea, string Hint, string PictureText, string Description, IReadOnlyList<string> Aspects);

/// <summary>So many changed from one choice to another before closing. Written as <c>["a", "b", 48]</c>.</summary>
[JsonConverter(typeof(MoveConverter))]
internal sealed record MoveContent(string From, string To, int Count);

internal sealed class MoveConverter : JsonConverter<MoveContent>
{
    public override MoveContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var parts = document.RootElement;
        return new MoveContent(parts[0].GetString()!, parts[1].GetString()!, parts[2].GetInt32());
    }

    public override void Write(Utf8JsonWriter writer, MoveContent value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Demo content is only read.");
}

internal sealed record TalkContent(IReadOnlyList<string> Threads, IReadOnlyList<PostContent> Posts);

/// <param name="Day">Days after the opening day.</param>
/// <param name="Time">Swedish wall clock, HH:mm.</param>
/// <param name="Good">Reactions "Bra poäng".</param>
/// <param name="Thoughtful">Reactions "Tänkvärt".</param>
internal sealed record PostContent(
    int Number, string? Thread, int? ReplyTo, string Author, string Area, int Day, string Time, string Text, int Good, int Thoughtful);

internal sealed record MunicipalityContent(
    string Source, IReadOnlyList<CommitteeContent> Committees,
    IReadOnlyDictionary<string, int> Age, IReadOnlyDictionary<string, int> Area);

internal sealed record CommitteeContent(string Slug, string Name, string ShortName);

/// <summary>Reads the embedded demo content.</summary>
internal static class ExempelbyContent
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }

    public static byte[] ReadBytes(string file)
    {
        using var stream = Open(file);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static Stream Open(string file) =>
        typeof(ExempelbyContent).Assembly.GetManifestResourceStream($"Exempelby/{file}")
        ?? throw new InvalidOperationException($"The demo file {file} is missing from the build.");
}

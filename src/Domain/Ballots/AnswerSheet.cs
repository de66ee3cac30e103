using System.Text.Json;

namespace Medborgardialog.Domain.Ballots;

/// <summary>The answer to one question: choice keys in the question's order, or a text. Empty when left unanswered.</summary>
public sealed record Answer(IReadOnlyList<string> Choices, string Text)
{
    public static readonly Answer Empty = new([], "");

    public bool IsEmpty => Choices.Count == 0 && Text.Length == 0;
}

/// <summary>
/// One person's answers, by question key. Nothing here says who. As JSON it is canonical (RFC 8785 for these types):
/// keys in ordinal order, choices as arrays, texts as strings, what was asked and left as an empty array, what was never asked absent.
/// </summary>
public sealed class AnswerSheet
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SortedDictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _left = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Answer> Answers => _answers;

    /// <summary>Keys of what was asked and left.</summary>
    public IReadOnlySet<string> Left => _left;

    public Answer this[string questionKey] => _answers.GetValueOrDefault(questionKey, Answer.Empty);

    public void Set(string questionKey, Answer answer)
    {
        _left.Remove(questionKey);
        if (answer.IsEmpty)
        {
            _answers.Remove(questionKey);
        }
        else
        {
            _answers[questionKey] = answer;
        }
    }

    /// <summary>As <see cref="Set"/>, of a question that was asked: an empty answer says that it was left.</summary>
    public void Keep(string questionKey, Answer answer)
    {
        Set(questionKey, answer);
        if (answer.IsEmpty)
        {
            _left.Add(questionKey);
        }
    }

    /// <summary>All answers, and what was left, as canonical JSON.</summary>
    public string ToJson() => Write(_left.Count == 0
        ? _answers
        : _answers.Concat(_left.Select(key => KeyValuePair.Create(key, Answer.Empty))).OrderBy(a => a.Key, StringComparer.Ordinal));

    /// <summary>The choices alone as canonical JSON: what a receipt commits to.</summary>
    public string ChoicesToJson() => Write(_answers.Where(a => a.Value.Choices.Count > 0));

    /// <summary>Reads what <see cref="ToJson"/> wrote. Throws <see cref="JsonException"/> on anything else.</summary>
    public static AnswerSheet FromJson(string json)
    {
        var sheet = new AnswerSheet();
        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            sheet.Keep(property.Name, property.Value.ValueKind switch
            {
                JsonValueKind.Array => new Answer([.. property.Value.EnumerateArray().Select(v => v.GetString()!)], ""),
                JsonValueKind.String => new Answer([], property.Value.GetString()!),
                _ => throw new JsonException("An answer is an array of choices or a text."),
            });
        }

        return sheet;
    }

    private static string Write(IEnumerable<KeyValuePair<string, Answer>> answers)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var (key, answer) in answers)
            {
                if (answer.Text.Length > 0)
                {
                    writer.WriteString(key, answer.Text);
                    continue;
                }

                writer.WriteStartArray(key);
                foreach (var choice in answer.Choices)
                {
                    writer.WriteStringValue(choice);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}

using System.Runtime.InteropServices;
using System.Text.Json;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// All answers to one question: each different one is kept once, as it lies in the box, and counted. What is made of an answer (its choices,
/// its category, its number) is worked out when it is first seen and not again.
/// </summary>
/// <param name="keepsTyped">Whether it matters what was typed; otherwise only that something was, so that a million points take no room.</param>
/// <param name="told">From the number of an answer and the answer: what it is counted as by background, 0 for nothing. Null where nothing is told by background.</param>
internal sealed class AnswerColumn(bool keepsTyped, Func<int, Answer, ulong>? told)
{
    /// <summary>Number of the answer of those who never got the question.</summary>
    public const int NotAsked = 0;

    private readonly Numbering<byte> _answers = NothingYet();
    private readonly List<int> _persons = [0];
    private readonly Dictionary<(int Background, ulong Told), Tally> _byBackground = [];
    private readonly List<ulong> _told = [0];

    private static ReadOnlySpan<byte> Something => "\"…\""u8;

    /// <summary>How many different answers there are.</summary>
    public int Count => _answers.Count;

    /// <summary>By background and what is told of the answer, never 0.</summary>
    public IReadOnlyDictionary<(int Background, ulong Told), Tally> ByBackground => _byBackground;

    /// <param name="json">An array of choices or a text.</param>
    public int NumberOf(ReadOnlySpan<byte> json)
    {
        var number = _answers.Of(!keepsTyped && json[0] == (byte)'"' && json.Length > 2 ? Something : json);
        if (number == _persons.Count)
        {
            _persons.Add(0);
            _told.Add(told?.Invoke(number, this[number]) ?? 0);
        }

        return number;
    }

    public void Add(int number, int background, Tally one)
    {
        CollectionsMarshal.AsSpan(_persons)[number]++;
        if (_told[number] is > 0 and var what)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_byBackground, (background, what), out _) += one;
        }
    }

    /// <summary>How many gave an answer.</summary>
    public int PersonsOf(int number) => _persons[number];

    /// <summary>The answer with a number; empty for those who left the question as for those who never got it.</summary>
    public Answer this[int number]
    {
        get
        {
            if (number == NotAsked)
            {
                return Answer.Empty;
            }

            var reader = new Utf8JsonReader(_answers[number]);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                return new Answer([], reader.GetString()!);
            }

            var choices = new List<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                choices.Add(reader.GetString()!);
            }

            return new Answer(choices, "");
        }
    }

    private static Numbering<byte> NothingYet()
    {
        var answers = new Numbering<byte>();
        answers.Of([]);
        return answers;
    }
}

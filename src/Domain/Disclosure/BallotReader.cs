using System.Text.Json;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>Reads one ballot, question by question, and makes nothing of it. Throws <see cref="JsonException"/> on anything but a ballot.</summary>
internal ref struct BallotReader
{
    private readonly ReadOnlySpan<byte> _body;
    private Utf8JsonReader _reader;

    /// <param name="body">JSON as <see cref="Ballots.AnswerSheet.ToJson"/> writes it.</param>
    public BallotReader(ReadOnlySpan<byte> body)
    {
        _body = body;
        _reader = new Utf8JsonReader(body);
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Answers are an object by question.");
        }
    }

    /// <summary>Of the question.</summary>
    public ReadOnlySpan<byte> Key { get; private set; }

    /// <summary>An array of choices or a text, as JSON.</summary>
    public ReadOnlySpan<byte> Answer { get; private set; }

    /// <summary>False after the last question.</summary>
    public bool Read()
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        Key = _reader.ValueSpan;
        _reader.Read();
        var start = (int)_reader.TokenStartIndex;
        if (_reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.String))
        {
            throw new JsonException("An answer is an array of choices or a text.");
        }

        _reader.Skip();
        Answer = _body[start..(int)_reader.BytesConsumed];
        return true;
    }
}

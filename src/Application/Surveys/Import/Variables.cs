namespace Medborgardialog.Application.Surveys.Import;

internal enum VariableKind
{
    /// <summary>One of the codes was chosen.</summary>
    Code,

    /// <summary>"Y" when the choice was ticked, else empty.</summary>
    Tick,

    Number,

    /// <summary>A text or a day, of which only whether it is there can be asked.</summary>
    Text,
}

/// <summary>What a name in an expression stands for.</summary>
/// <param name="Reference">Question key, or <c>battery.statement</c>.</param>
/// <param name="Owner">Key of the question whose condition says whether it is asked.</param>
/// <param name="Codes">Choice key by answer code; for <see cref="VariableKind.Tick"/> the one choice by <c>Y</c>.</param>
internal sealed record Variable(VariableKind Kind, string Reference, string Owner, IReadOnlyDictionary<string, string> Codes, int Decimals = 0);

/// <summary>The names that expressions may use for answers: <c>code</c>, <c>code_sub</c>, and the older <c>surveyXgroupXquestionsub</c>.</summary>
internal sealed class Variables(string survey)
{
    private static readonly Dictionary<string, string> _none = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Variable?> _byName = new(StringComparer.Ordinal);

    /// <summary>Null for a name that is unknown or stands for two things.</summary>
    public Variable? Find(string name) => _byName.GetValueOrDefault(name);

    public void AddCode(LssQuestion question, string ending, string reference, string owner, IReadOnlyDictionary<string, string> codes) =>
        Add(question, ending, new Variable(VariableKind.Code, reference, owner, codes));

    public void AddTick(LssQuestion question, string ending, string key, string choice) =>
        Add(question, ending, new Variable(VariableKind.Tick, key, key, new Dictionary<string, string>(StringComparer.Ordinal) { ["Y"] = choice }));

    public void AddNumber(LssQuestion question, string ending, string key, int decimals) =>
        Add(question, ending, new Variable(VariableKind.Number, key, key, _none, decimals));

    public void AddText(LssQuestion question, string ending, string key) => Add(question, ending, new Variable(VariableKind.Text, key, key, _none));

    private void Add(LssQuestion question, string ending, Variable variable)
    {
        var field = $"{survey}X{question.Group.Id}X{question.Id}";
        foreach (var name in new[] { ending.Length == 0 ? question.Code : $"{question.Code}_{ending}", field + ending })
        {
            _byName[name] = _byName.ContainsKey(name) ? null : variable;
        }
    }
}

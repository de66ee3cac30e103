namespace Medborgardialog.Application.Surveys.Import;

/// <summary>Texts that stand between questions become the hint of the next question in their group, where that is always shown with them.</summary>
internal sealed class HintText(LssSurvey survey, List<Difference> differences)
{
    private const int Longest = 1500;

    private readonly List<LssQuestion> _waiting = [];
    private readonly HashSet<string> _described = new(StringComparer.Ordinal);

    /// <summary>A display. One that is shown only sometimes cannot be the hint of a question that is shown otherwise.</summary>
    public void Keep(LssQuestion display)
    {
        if (display["relevance"] is "" or "1" && !survey.Conditions.Contains(display.Id) && display.Attribute("hidden") != "1" && !display.Text.IsEmpty && !display.Text.IsLonger(Longest))
        {
            _waiting.Add(display);
        }
        else
        {
            Left(display);
        }
    }

    public IReadOnlyList<Draft> Put(IReadOnlyList<Draft> made)
    {
        var (first, group) = (made[0], made[0].Source.Group);
        var hint = first.Hint;
        foreach (var display in _waiting)
        {
            if (display.Group == group && !hint.IsLonger(Longest / 2))
            {
                hint = display.Text.With(hint, Wording.Lines, survey.Main);
                differences.Add(new Difference("import.displayAsHint", display.Where, [first.Key]));
            }
            else
            {
                Left(display);
            }
        }

        _waiting.Clear();
        if (_described.Add(group.Id) && !group.Description.IsEmpty)
        {
            hint = group.Description.With(hint, Wording.Lines, survey.Main);
            differences.Add(new Difference("import.groupText", group.Name, [first.Key]));
        }

        return [first with { Hint = hint }, .. made.Skip(1)];
    }

    /// <summary>After the last question, and for groups in which nothing is asked.</summary>
    public void End()
    {
        _waiting.ForEach(Left);
        _waiting.Clear();
        differences.AddRange(survey.UsedGroups.Where(g => !_described.Contains(g.Id) && !g.Description.IsEmpty)
            .Select(g => new Difference("import.groupTextLeft", g.Name, [Domain.Common.PlainText.Shorten(g.Description.In(survey.Main), 1000)])));
    }

    private void Left(LssQuestion display) =>
        differences.Add(new Difference("import.displayLeft", display.Where, [Domain.Common.PlainText.Shorten(display.Text.In(survey.Main), 1000)]));
}

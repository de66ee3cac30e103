using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;

namespace Medborgardialog.Web.Pages.Ideas;

/// <summary>Ideas in words: where one stands, what a line of its history is called, and what is wrong with a field.</summary>
public static class IdeaWords
{
    /// <summary>"Steg 2 av 7: tack och första svar"; where it is decided, with the decision.</summary>
    public static string Stands(ITexts texts, IdeaStep step, IdeaDecision? decision) => decision switch
    {
        IdeaDecision.No => texts["idea.endedByNo"],
        { } decided when step == IdeaStep.Decided => texts["idea.standsDecided", (int)step, IdeaLadder.Steps, texts[$"idea.decision.{decided}"]],
        _ => texts["idea.stands", (int)step, IdeaLadder.Steps, texts[$"idea.step.{(int)step}"]],
    };

    public static string Heading(ITexts texts, IdeaEntry entry) =>
        texts[entry.IsBack ? "idea.entry.back" : entry.IsNote ? "idea.entry.note" : "idea.entry.step", (int)entry.Step, texts[$"idea.step.{(int)entry.Step}"]];

    /// <summary>Each wrong part with the text that says so; empty for other errors.</summary>
    public static IEnumerable<(IdeaPart Part, string Text)> Faults(ITexts texts, Error error) => error switch
    {
        IdeaPartsWrong wrong => wrong.Parts.Select(p => (p, texts[$"idea.part.{p}.wrong", Longest(p)])),
        IdeaHasPersonalNumber numbered => [(numbered.Part, texts[numbered.Code])],
        _ => [],
    };

    private static int Longest(IdeaPart part) => part switch
    {
        IdeaPart.Title => Idea.LongestTitle,
        IdeaPart.Text => Idea.LongestText,
        IdeaPart.Place => Idea.LongestPlace,
        IdeaPart.Words => IdeaEntry.LongestWords,
        _ => IdeaEntry.LongestPart,
    };
}

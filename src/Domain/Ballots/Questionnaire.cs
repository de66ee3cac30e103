namespace Medborgardialog.Domain.Ballots;

/// <summary>The questions of one dialogue, in order. Shared by rådslag and surveys; holds no identity.</summary>
public sealed class Questionnaire
{
    private Route? _route;

    private Questionnaire()
    {
    }

    public Questionnaire(Guid dialogueId) => DialogueId = dialogueId;

    /// <summary>The rådslag (or survey) that asks. Also the key.</summary>
    public Guid DialogueId { get; private set; }

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    /// <summary>Who has the experience that questions of <see cref="Perspective.User"/> ask for; null when there are none such.</summary>
    public Condition? Experience { get; private set; }

    public Question? Headline => Questions.FirstOrDefault(q => q.Headline);

    /// <summary>The questions ready to be run. Made once for this instance.</summary>
    public Route Route => _route ??= Route.Of(Questions, Experience);

    /// <summary>Replaces all questions. The caller has made sure that nothing is frozen.</summary>
    public void Ask(IEnumerable<Question> questions) => Ask(questions, Experience);

    /// <summary>Replaces all questions and the experience that some of them ask for.</summary>
    public void Ask(IEnumerable<Question> questions, Condition? experience)
    {
        Questions = [.. questions];
        Experience = experience;
        _route = null;
    }
}

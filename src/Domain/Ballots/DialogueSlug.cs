namespace Medborgardialog.Domain.Ballots;

/// <summary>The kinds of dialogue that take answers.</summary>
public enum DialogueKind
{
    /// <summary>Rådslag.</summary>
    Consultation = 1,

    /// <summary>Enkät and brukarundersökning.</summary>
    Survey = 2,
}

/// <summary>Where a dialogue lies: rådslag and surveys have addresses of their own, so the same slug may be both.</summary>
/// <param name="Slug">Lower-case a–z, 0–9 and hyphens, at most 60 characters.</param>
public readonly record struct DialogueSlug(DialogueKind Kind, string Slug)
{
    /// <summary>Local address of its page, without a language prefix.</summary>
    public string Path => Kind == DialogueKind.Survey ? $"/enkater/{Slug}" : $"/radslag/{Slug}";
}

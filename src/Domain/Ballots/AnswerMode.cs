namespace Medborgardialog.Domain.Ballots;

/// <summary>The link between person and answer. Chosen before opening, part of the manifest, never weakened (rule R1).</summary>
public enum AnswerMode
{
    /// <summary>Mode Ö: the link is stored.</summary>
    Open = 1,

    /// <summary>Mode F: the link is a keyed tag; the key is destroyed at closing.</summary>
    Confidential = 2,

    /// <summary>Mode A: no link; the participant alone holds an edit key.</summary>
    Anonymous = 3,
}

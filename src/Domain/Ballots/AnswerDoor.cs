namespace Medborgardialog.Domain.Ballots;

/// <summary>
/// How a participant came in, which says how sure it is that it was one of those asked and once only. Results are shown by door
/// and never as one sum without that split (trust T13).
/// </summary>
public enum AnswerDoor
{
    /// <summary>Open to everyone: one answer for each browser, no more is known.</summary>
    Open = 0,

    /// <summary>A confirmed e-mail address.</summary>
    Email = 1,

    /// <summary>A code from a letter, typed by the participant.</summary>
    LetterCode = 2,

    /// <summary>E-legitimation.</summary>
    EId = 3,

    /// <summary>A paper form, registered by staff.</summary>
    Paper = 4,

    /// <summary>Told on the telephone, registered by staff.</summary>
    Phone = 5,

    /// <summary>At a public screen.</summary>
    Kiosk = 6,

    /// <summary>
    /// Through the open door, with signs of a program: very many from one network, or a field filled in that no person sees. Counted, and
    /// told apart, never taken away in silence (trust T25).
    /// </summary>
    Suspect = 7,

    /// <summary>A member of a panel, signed in.</summary>
    Panel = 8,

    /// <summary>In school, with the code of a class: one place for each pupil on the teacher's list, and no more is known.</summary>
    Classroom = 9,
}

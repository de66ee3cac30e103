using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Draws;

/// <summary>How to reach somebody who can be drawn; kept only until the panel is in place.</summary>
/// <param name="Reference">The officers' own id of the person; empty for none, as all the others.</param>
public sealed record DrawContact(string Reference, string Name, string Street, string PostalCode, string City, string Email, string Mobile);

/// <summary>
/// Who a number of a draw is. Only officers know of it. What the draw looks at stands in the input under the number, never here, so that when the
/// contact has been erased nothing leads from the one to the other but the officers' own file.
/// </summary>
public sealed class DrawPerson
{
    private DrawPerson()
    {
    }

    /// <param name="number">From 1, in an order that says nothing of the file's.</param>
    /// <param name="line">Line in the officers' file, from 1.</param>
    public DrawPerson(Guid drawId, int number, int line, DrawContact contact) => (Id, DrawId, Number, Line, Contact) = (RandomId.New(), drawId, number, line, contact);

    public Guid Id { get; private set; }

    public Guid DrawId { get; private set; }

    public int Number { get; private set; }

    public int Line { get; private set; }

    /// <summary>Null when it has been erased.</summary>
    public DrawContact? Contact { get; private set; }
}

/// <summary>How far the work on one draw has come: what those who wait are told of it.</summary>
public sealed class DrawProgress
{
    private DrawProgress()
    {
    }

    public DrawProgress(Guid drawId) => DrawId = drawId;

    public Guid DrawId { get; private set; }

    /// <summary>The step of leximin, from 1; 0 before the first.</summary>
    public int Level { get; private set; }

    /// <summary>Groups that are done.</summary>
    public int Fixed { get; private set; }

    public int Groups { get; private set; }

    /// <summary>Panels found so far.</summary>
    public int Panels { get; private set; }

    /// <summary>The lowest probability of the step so far, 0 to 1.</summary>
    public double Floor { get; private set; }

    /// <summary>What it can be at most, as proven so far, 0 to 1.</summary>
    public double Bound { get; private set; }

    public void Restart() => (Level, Fixed, Groups, Panels, Floor, Bound) = (0, 0, 0, 0, 0, 0);
}

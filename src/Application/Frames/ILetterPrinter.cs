using Medborgardialog.Domain.Frames;

namespace Medborgardialog.Application.Frames;

/// <summary>What is the same in every letter of a dialogue. Plain text; a line feed begins a new paragraph.</summary>
/// <param name="Sender">Name of the municipality.</param>
/// <param name="Heading">The dialogue's title.</param>
/// <param name="Body">What it is about, how and until when to answer.</param>
/// <param name="CodeLabel">Stands over the code.</param>
/// <param name="Address">Where the code is typed, as a person reads it.</param>
/// <param name="Link">The same as an address for a QR code. Never holds the code (trust T07).</param>
/// <param name="QrLabel">Stands under the QR code.</param>
/// <param name="Help">Phone number and what to do when the code is lost.</param>
/// <param name="EasyHeading">First line of the other side.</param>
/// <param name="Easy">The other side, in easy Swedish.</param>
/// <param name="Foot">Last line of both sides.</param>
public sealed record LetterText(
    string Sender, string Heading, string Body, string CodeLabel, string Address, string Link, string QrLabel, string Help, string EasyHeading,
    string Easy, string Foot);

/// <summary>One letter.</summary>
/// <param name="Code">As it is printed; exists in memory only.</param>
public sealed record Letter(FrameContact To, string Code);

/// <summary>Prints letters, two pages each: the letter, and the same in easy Swedish.</summary>
public interface ILetterPrinter
{
    /// <summary>False when the machine has no font.</summary>
    bool CanPrint { get; }

    /// <summary>Begins one PDF (A4), written to <paramref name="to"/> letter by letter, so that memory does not grow with their number.</summary>
    ILetterRun Begin(LetterText text, Stream to);
}

/// <summary>A PDF being written; whole when it is disposed of.</summary>
public interface ILetterRun : IDisposable
{
    void Add(Letter letter);
}

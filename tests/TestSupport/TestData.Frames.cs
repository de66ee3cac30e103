using System.Globalization;
using System.Text;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    public const string FrameHeader = "namn;adress;postnummer;ort;födelsedatum;område";

    /// <summary>A file of invented people aged 20 to 79, one a line after the header.</summary>
    public static string FrameCsv(int people) => FrameHeader + "\n" + string.Join('\n', Enumerable.Range(0, people).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"Ärla Påhittad{i};Exempelgatan {i};{98_000 + i % 900};Exempelby;{1947 + i % 60}-03-0{1 + i % 9};{(i % 3 == 0 ? "Centrum" : "Öster")}")));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static FrameSettings FrameSettings(DateOnly day) => new("Folkbokföringen, påhittat uttag", day, 16, null, []);

    /// <summary>A frame with people, each with an address and a code that is given back.</summary>
    public async Task<(Frame Frame, IReadOnlyList<(FramePerson Person, LetterCode Code)> People)> FrameAsync(Consultation consultation, int people = 1)
    {
        var frame = new Frame(consultation.Id, FrameSettings(Now.SwedishDate()), people, Guid.CreateVersion7(), Now);
        Db.Add(frame);
        var given = new List<(FramePerson, LetterCode)>();
        for (var i = 0; i < people; i++)
        {
            var person = new FramePerson(frame.Id, "16–24", "Centrum", "", "sv", new FrameContact($"Ärla Påhittad{i}", "Exempelgatan 1", "980 01", "Exempelby", "", ""));
            var code = LetterCode.New();
            person.GiveCode(code.Selector, CodeSecret.Make(code.Secret), Now);
            Db.Add(person);
            given.Add((person, code));
        }

        frame.CodesIssued(Now);
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
        return (frame, given);
    }

    /// <summary>Every row of every table as text, to look for what must not be there.</summary>
    public Task<string> DumpAsync() => Db.Database.SqlQueryRaw<string>("""
        SELECT string_agg(query_to_xml(format('SELECT * FROM %I.%I', table_schema, table_name), true, false, '')::text, '') AS "Value"
        FROM information_schema.tables WHERE table_schema IN ('public', 'hangfire') AND table_type = 'BASE TABLE'
        """).SingleAsync();
}

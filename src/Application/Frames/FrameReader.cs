using System.Text.RegularExpressions;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Frames;

/// <summary>Something to mend in the file. Never says what stands in the cell, since that is about a person.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">The file's own heading; empty for the row as a whole.</param>
/// <param name="Code">Resource key.</param>
/// <param name="Other">{0} of the sentence: another line, or a number; 0 where it is not used.</param>
public sealed record FrameRowError(int Line, string Column, string Code, int Other = 0);

/// <summary>One person as they will be kept.</summary>
public sealed record FrameRow(string AgeBand, string Area, string Unit, string Language, FrameContact Contact);

/// <summary>What a file holds.</summary>
/// <param name="Errors">Everything to mend; when there is anything, nothing is imported.</param>
/// <param name="OutsideAges">Left out, since they are too young or too old.</param>
/// <param name="OutsideAreas">Left out, since they live elsewhere.</param>
/// <param name="Unused">Headings of columns that were not read.</param>
internal sealed record FrameReading(
    IReadOnlyList<FrameRow> People, IReadOnlyList<FrameRowError> Errors, int OutsideAges, int OutsideAreas, IReadOnlyList<string> Unused);

/// <summary>
/// From the bytes of a file to the people who will be kept. Birth dates and identity numbers are used for ages and doubles and go no
/// further than this class.
/// </summary>
/// <param name="groups">What results are broken down by and the list tells: every value has to be one of theirs.</param>
internal sealed partial class FrameReader(FrameSettings settings, IReadOnlyList<AgeBand> bands, IReadOnlyList<BreakdownVariable> groups)
{
    public const int MostPeople = 200_000;
    private const int LongestCell = 120;
    private const int OldestPerson = 130;
    private readonly List<FrameRowError> _errors = [];
    private readonly List<FrameRow> _people = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);
    private FrameColumns _columns = null!;
    private int _outsideAges;
    private int _outsideAreas;

    /// <summary>Errors that concern the whole file: those of <see cref="FrameCsv.Decode"/>, <see cref="FrameColumnsWrong"/>.</summary>
    public Result<FrameReading> Read(byte[] file)
    {
        var text = FrameCsv.Decode(file);
        if (!text.IsSuccess)
        {
            return text.Error;
        }

        var rows = FrameCsv.Parse(text.Value);
        if (rows.Count == 0)
        {
            return new FrameFileMissing();
        }

        var columns = FrameColumns.Of(rows[0], settings.Youngest is not null || settings.Oldest is not null, settings.Areas.Count > 0);
        if (!columns.IsSuccess)
        {
            return columns.Error;
        }

        if (rows.Count - 1 > MostPeople)
        {
            return new FrameFileTooLarge();
        }

        _columns = columns.Value;
        if (groups.FirstOrDefault(g => ColumnOf(g.Key) is null) is { } untold)
        {
            return new FrameColumnsWrong("breakdown", untold.Name, _columns.Found);
        }

        foreach (var row in rows.Skip(1))
        {
            ReadRow(row);
        }

        return new FrameReading(_people, _errors, _outsideAges, _outsideAreas, _columns.Unused);
    }

    private void ReadRow(CsvRow row)
    {
        var before = _errors.Count;
        if (row.Cells.Count > _columns.Count && row.Cells.Skip(_columns.Count).Any(c => c.Length > 0))
        {
            _errors.Add(new FrameRowError(row.Line, "", "frame.row.tooManyCells", _columns.Count));
            return;
        }

        var birth = ReadBirth(row);
        var contact = ReadContact(row);
        var (area, unit, language) = (Text(row, FrameColumn.Area), Text(row, FrameColumn.Unit), Text(row, FrameColumn.Language));
        FindDouble(row, birth, contact);
        if (_errors.Count > before)
        {
            return;
        }

        var age = birth is null ? -1 : AgeBand.AgeAt(birth.Born, settings.ReferenceDate);
        if (birth is not null && !settings.HoldsAge(age))
        {
            _outsideAges++;
        }
        else if (!settings.HoldsArea(area))
        {
            _outsideAreas++;
        }
        else
        {
            Keep(row, new FrameRow(birth is null ? "" : AgeBand.Of(age, bands), area, KeyOf(Question.UnitKey, unit), language, contact));
        }
    }

    /// <summary>A person in no group would be told of nowhere, and what their unit asks would not be asked of them. Who has no value is not told apart.</summary>
    private void Keep(CsvRow row, FrameRow person)
    {
        var before = _errors.Count;
        foreach (var group in groups)
        {
            var value = group.Key switch { AboutYou.Age => person.AgeBand, AboutYou.Area => person.Area, _ => person.Unit };
            if (value.Length > 0 && group.Categories.All(c => c.Key != value))
            {
                Wrong(row, ColumnOf(group.Key)!.Value, "frame.row.group");
            }
        }

        if (_errors.Count == before)
        {
            _people.Add(person);
        }
    }

    /// <summary>A unit may be written by its name: what is kept is the key of its group.</summary>
    private string KeyOf(string variable, string value) =>
        groups.FirstOrDefault(g => g.Key == variable)?.Categories.FirstOrDefault(c =>
            string.Equals(c.Key, value, StringComparison.OrdinalIgnoreCase) || string.Equals(c.Name, value, StringComparison.OrdinalIgnoreCase))?.Key ?? value;

    /// <summary>The column that tells a background; null when the file has none, or no list can tell it.</summary>
    private FrameColumn? ColumnOf(string variable) => variable switch
    {
        AboutYou.Age when _columns.Has(FrameColumn.PersonalNumber) => FrameColumn.PersonalNumber,
        AboutYou.Age when _columns.Has(FrameColumn.BirthDate) => FrameColumn.BirthDate,
        AboutYou.Area when _columns.Has(FrameColumn.Area) => FrameColumn.Area,
        Question.UnitKey when _columns.Has(FrameColumn.Unit) => FrameColumn.Unit,
        _ => null,
    };

    private Birth? ReadBirth(CsvRow row)
    {
        var (date, number) = (_columns.Cell(row, FrameColumn.BirthDate), _columns.Cell(row, FrameColumn.PersonalNumber));
        var column = number.Length > 0 ? FrameColumn.PersonalNumber : FrameColumn.BirthDate;
        if (date.Length == 0 && number.Length == 0)
        {
            if (_columns.Has(FrameColumn.BirthDate) || _columns.Has(FrameColumn.PersonalNumber))
            {
                Wrong(row, _columns.Has(column) ? column : FrameColumn.PersonalNumber, "frame.row.required");
            }

            return null;
        }

        var birth = number.Length > 0 ? PersonalNumber.Read(number, settings.ReferenceDate) : PersonalNumber.Date(date);
        if (birth is null)
        {
            Wrong(row, column, number.Length > 0 ? "frame.row.personalNumber" : "frame.row.date");
        }
        else if (birth.Born > settings.ReferenceDate || AgeBand.AgeAt(birth.Born, settings.ReferenceDate) > OldestPerson)
        {
            Wrong(row, column, "frame.row.impossibleDate");
        }

        return birth;
    }

    private FrameContact ReadContact(CsvRow row)
    {
        var name = Text(row, FrameColumn.Name, required: _columns.Has(FrameColumn.Street));
        var street = Text(row, FrameColumn.Street, required: true);
        var postal = string.Concat(Text(row, FrameColumn.PostalCode, required: true).Where(c => !char.IsWhiteSpace(c)));
        var city = Text(row, FrameColumn.City, required: true);
        var (email, mobile) = (_columns.Cell(row, FrameColumn.Email), string.Concat(_columns.Cell(row, FrameColumn.Mobile).Where(c => c is '+' or (>= '0' and <= '9'))));
        if (postal.Length > 0 && !PostalCode().IsMatch(postal))
        {
            Wrong(row, FrameColumn.PostalCode, "frame.row.postalCode");
        }

        if (email.Length > 0 && EmailAddress.Normalise(email) is null)
        {
            Wrong(row, FrameColumn.Email, "frame.row.email");
        }

        if (mobile.Length == 0 ? _columns.Cell(row, FrameColumn.Mobile).Length > 0 : !MobileNumber().IsMatch(mobile))
        {
            Wrong(row, FrameColumn.Mobile, "frame.row.mobile");
        }

        var shown = postal.Length == 5 ? $"{postal[..3]} {postal[3..]}" : postal;
        return new FrameContact(name, street, shown, city, EmailAddress.Normalise(email) ?? "", mobile);
    }

    /// <summary>The same number, or else the same name, birth date and way to reach them.</summary>
    private void FindDouble(CsvRow row, Birth? birth, FrameContact contact)
    {
        var key = birth is { Number.Length: > 0 }
            ? birth.Number
            : string.Join('\u001F', contact.Name, birth?.Born.DayNumber ?? 0, contact.Street, contact.PostalCode, contact.Email, contact.Mobile);
        if (!_seen.TryAdd(Spaces().Replace(key, " "), row.Line))
        {
            _errors.Add(new FrameRowError(row.Line, "", "frame.row.double", _seen[Spaces().Replace(key, " ")]));
        }
    }

    private string Text(CsvRow row, FrameColumn column, bool required = false)
    {
        var text = _columns.Cell(row, column).Replace('\n', ' ');
        if (text.Length > LongestCell)
        {
            Wrong(row, column, "frame.row.tooLong", LongestCell);
        }
        else if (text.Length == 0 && required && _columns.Has(column))
        {
            Wrong(row, column, "frame.row.required");
        }

        return text;
    }

    private void Wrong(CsvRow row, FrameColumn column, string code, int other = 0) =>
        _errors.Add(new FrameRowError(row.Line, _columns.Heading(column), code, other));

    [GeneratedRegex("^[0-9]{5}$", RegexOptions.NonBacktracking)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"^\+?[0-9]{7,15}$", RegexOptions.NonBacktracking)]
    private static partial Regex MobileNumber();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}

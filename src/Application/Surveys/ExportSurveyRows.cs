using System.Globalization;
using System.Runtime.CompilerServices;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Exports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Codebook">What the columns and their codes mean, in place of the rows: a CSV has room for one table.</param>
public sealed record ExportSurveyRowsCommand(string Slug, TableFormat Format, bool Codebook = false);

/// <summary>
/// One row for each answer, for analysts: closed answers and numbers, in an order that is another each time. What some units ask is in it in mode Ö
/// alone, where the unit is there too: to have answered it is to be of that unit. Only where the spelregler
/// said so before anybody answered (rule R18), and logged. As XLSX with the codebook on a sheet of its own. Errors:
/// <see cref="SurveyNotFound"/>, <see cref="SurveyForbidden"/>, <see cref="RowsNotDeclared"/>, <see cref="ResultSealed"/>.
/// </summary>
public sealed class ExportSurveyRowsHandler(
    IAppDbContext db, IDisclosureGate gate, ITableFiles files, ITexts texts, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<TableFile>> HandleAsync(ExportSurveyRowsCommand command, CancellationToken cancellationToken)
    {
        if (!SurveyAccess.MayBuild(user))
        {
            return new SurveyForbidden();
        }

        var found = await db.Set<Survey>().AsNoTracking().Where(s => s.Slug == command.Slug)
            .Select(s => new { Survey = s, Questionnaire = db.Set<Questionnaire>().FirstOrDefault(q => q.DialogueId == s.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (found?.Questionnaire is null)
        {
            return new SurveyNotFound();
        }

        if (!found.Survey.RowExport)
        {
            return new RowsNotDeclared();
        }

        if (await gate.ReadSurveyAsync(found.Survey.Id, Audience.Public, cancellationToken) is not { TooFew: false })
        {
            return new ResultSealed();
        }

        db.Set<AuditEntry>().Add(new AuditEntry(
            user.Id, user.DisplayName ?? "", "survey.exported", found.Survey.Id, command.Format.ToString(), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        var layout = ExportLayout.Of(found.Questionnaire.Route, addOns: found.Survey.Mode == AnswerMode.Open);
        var background = found.Survey.Mode == AnswerMode.Open
            ? found.Survey.Breakdowns.Where(b => b.Source == BreakdownSource.Background).Select(b => b.Key).ToList()
            : [];
        TableSheet[] sheets =
        [
            new(texts["export.rows"], [.. layout.Columns.Select(c => c.Name), .. background.Select(b => "@" + b)],
                RowsAsync(gate.ReadRowsAsync(found.Survey.Id, cancellationToken), layout, background, cancellationToken)),
            Codebook.Sheet(layout, found.Survey, texts),
        ];
        if (command.Codebook)
        {
            sheets = [sheets[1]];
        }

        return new TableFile(
            string.Create(CultureInfo.InvariantCulture, $"{command.Slug}-{(command.Codebook ? "kodbok" : "rader")}.{command.Format.ToString().ToLowerInvariant()}"),
            TableFile.ContentTypeOf(command.Format), (to, stop) => files.WriteAsync(command.Format, sheets, to, stop));
    }

    private static async IAsyncEnumerable<IReadOnlyList<TableCell>> RowsAsync(
        IAsyncEnumerable<CountedBallot> ballots, ExportLayout layout, List<string> background,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isNumber = layout.Columns.Select(c => c.Choice is not null || c.Step.Question.Kind == QuestionKind.Number).ToArray();
        var (texts, row) = (new string[isNumber.Length], new TableCell[isNumber.Length + background.Count]);
        await foreach (var ballot in ballots.WithCancellation(cancellationToken))
        {
            layout.Write(ballot.Sheet, texts);
            for (var i = 0; i < texts.Length; i++)
            {
                row[i] = new TableCell(texts[i], isNumber[i] && texts[i].Length > 0 && (char.IsAsciiDigit(texts[i][^1]) && texts[i][0] != '.'));
            }

            for (var i = 0; i < background.Count; i++)
            {
                row[texts.Length + i] = new TableCell(ballot.About.GetValueOrDefault(background[i], ""));
            }

            yield return row;
        }
    }
}

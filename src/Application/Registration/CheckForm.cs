using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;

namespace Medborgardialog.Application.Registration;

/// <param name="Sheet">Everything that stands on the paper.</param>
/// <param name="Unit">Of whose form it is, see <see cref="FormHolder"/>.</param>
public sealed record CheckFormQuery(string Kind, string Slug, AnswerSheet Sheet, string Unit);

/// <param name="Sheet">What would be stored.</param>
/// <param name="Errors">In the order of the paper.</param>
/// <param name="Ignored">Answers that the logic leads past, and that are not counted.</param>
public sealed record FormChecked(AnswerDefinition Definition, AnswerSheet Sheet, IReadOnlyList<Error> Errors, IReadOnlyList<Step> Ignored);

/// <summary>Runs the logic over a whole form. Stores nothing. <see cref="RegistrationNotFound"/>.</summary>
public sealed class CheckFormHandler(RegistrationDesk desk) : IUseCase
{
    public async Task<Result<FormChecked>> HandleAsync(CheckFormQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(query.Kind, query.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var route = found.Value.Questionnaire.Route.For(query.Unit);
        var (sheet, errors) = route.Check(query.Sheet);
        return new FormChecked(found.Value, sheet, errors, SheetComparison.Ignored(route, query.Sheet));
    }
}

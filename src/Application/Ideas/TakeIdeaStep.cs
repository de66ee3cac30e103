using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;

namespace Medborgardialog.Application.Ideas;

/// <param name="Version">The idea as the officer saw it.</param>
public sealed record TakeIdeaStepCommand(int Number, uint Version, StepTaken Taken);

/// <summary>
/// An officer takes a step up, goes back, or gives a new day; the author is told. Errors: <see cref="IdeaForbidden"/>, those of <see cref="IdeaDesk"/> and of
/// <see cref="Idea.Take"/>.
/// </summary>
public sealed class TakeIdeaStepHandler(IAppDbContext db, IdeaDesk desk, IdeaMail mail, ITexts texts) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(TakeIdeaStepCommand command, CancellationToken cancellationToken)
    {
        if (!desk.MayAnswer)
        {
            return new IdeaForbidden();
        }

        var found = await desk.OpenAsync(command.Number, command.Version, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var idea = found.Value;
        var taken = idea.Take(command.Taken, desk.Title.Length > 0 ? desk.Title : Role(), desk.Now, desk.Today);
        if (!taken.IsSuccess)
        {
            return taken.Error;
        }

        db.Set<IdeaEntry>().Add(taken.Value);
        await mail.TellStepAsync(idea, taken.Value, cancellationToken);
        return await desk.SaveAsync(idea, "idea.stepTaken", ((int)idea.Step).ToString(CultureInfo.InvariantCulture), cancellationToken);
    }

    /// <summary>It stays in the history for everyone to read, whatever language the officer works in.</summary>
    private string Role()
    {
        using var swedish = new InSwedish();
        return texts["idea.role"];
    }
}

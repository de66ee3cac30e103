using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

public sealed record RelaxDrawCommand(string Slug);

/// <summary>
/// Takes the proposed changes of the quotas over into a new try; what was changed stays with the draw and is published with it. Errors:
/// <see cref="PanelDrawNotFound"/>, <see cref="PanelDrawElsewhere"/>.
/// </summary>
public sealed class RelaxDrawHandler(DrawDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RelaxDrawCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var draw = opened.Value;
        var input = QuotaRelaxation.Apply(DrawDesk.Unpack(draw), draw.Changes);
        var relaxed = draw.Relax(DrawDesk.Pack(input), input.Fingerprint(), DrawPreparation.Findings(input));
        return relaxed.IsSuccess
            ? await desk.SaveAsync("draw.relaxed", draw, string.Join("; ", draw.Changes.Select(Written)), cancellationToken)
            : relaxed.Error;
    }

    private static string Written(QuotaChange change) =>
        FormattableString.Invariant($"{change.Feature}, {change.Now.Value}: {change.Now.Min}–{change.Now.Max} → {change.Then.Min}–{change.Then.Max}");
}

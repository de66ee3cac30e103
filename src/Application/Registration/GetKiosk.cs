using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Registration;

namespace Medborgardialog.Application.Registration;

/// <param name="KioskOf">The dialogue that an officer has made the device a kiosk for, or null.</param>
public sealed record GetKioskQuery(string Kind, string Slug, Guid? KioskOf);

/// <param name="HasCodes">Whoever answers types a code before sending.</param>
/// <param name="Refusal">Why no answers are taken now, or null.</param>
public sealed record KioskView(AnswerDefinition Definition, bool HasCodes, Error? Refusal);

/// <summary>What a public screen needs to know. <see cref="NotAKiosk"/> on any other device. Knows nothing about who stands there.</summary>
public sealed class GetKioskHandler(IAnswerDefinitions definitions, RegistrationDesk desk) : IUseCase
{
    public async Task<Result<KioskView>> HandleAsync(GetKioskQuery query, CancellationToken cancellationToken) =>
        RegistrationDesk.SlugOf(query.Kind, query.Slug) is { } dialogue && await definitions.FindAsync(dialogue, cancellationToken) is { } definition
        && definition.DialogueId == query.KioskOf
            ? new KioskView(definition, await desk.HasCodesAsync(definition, cancellationToken), desk.Refusal(definition))
            : new NotAKiosk();
}

using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;

namespace Medborgardialog.Application.Frames;

public sealed record FindCodeQuery(string Kind, string Slug, string? Selector);

/// <summary>Whose code it is, in so far as it is known. No name and no address: the caller says those.</summary>
public sealed record CodeFound(string Selector, string AgeBand, string Area, string Unit, FramePersonState State, DateTimeOffset? IssuedAt);

/// <summary>One code by its first four symbols. Errors: <see cref="FrameNotFound"/>, <see cref="FramePersonNotFound"/>.</summary>
public sealed class FindCodeHandler(CodeDesk desk) : IUseCase
{
    public async Task<Result<CodeFound>> HandleAsync(FindCodeQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(query.Kind, query.Slug, query.Selector, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var person = found.Value.Person;
        return new CodeFound(person.Selector!, person.AgeBand, person.Area, person.Unit, person.State, person.CodeIssuedAt);
    }
}

using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Slug">Of the unit that is changed; empty for a new one, whose slug is made from its name.</param>
public sealed record WriteServiceUnitCommand(string Slug, string Service, string Name, UnitForm Form, string Contact);

/// <summary>
/// Adds a unit, or changes what is said of one (N3). Errors: <see cref="SurveyForbidden"/>, <see cref="UnitIncomplete"/> with the field,
/// <see cref="UnitTaken"/> when another has the same address, <see cref="UnitNotFound"/>.
/// </summary>
public sealed class WriteServiceUnitHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(WriteServiceUnitCommand command, CancellationToken cancellationToken)
    {
        if (!SurveyAccess.MayBuild(user))
        {
            return new SurveyForbidden();
        }

        var (service, name, contact) = (command.Service.Trim(), command.Name.Trim(), command.Contact.Trim());
        var slug = command.Slug.Length > 0 ? command.Slug : Slugs.From(name);
        if (service.Length == 0 || name.Length == 0 || slug.Length == 0)
        {
            return new UnitIncomplete(service.Length == 0 ? nameof(command.Service) : nameof(command.Name));
        }

        var unit = await db.Set<ServiceUnit>().SingleOrDefaultAsync(u => u.Slug == slug, cancellationToken);
        if (command.Slug.Length == 0 && unit is not null)
        {
            return new UnitTaken(unit.Name);
        }

        if (command.Slug.Length > 0 && unit is null)
        {
            return new UnitNotFound();
        }

        if (unit is null)
        {
            unit = new ServiceUnit(service, slug, name, command.Form, contact);
            db.Set<ServiceUnit>().Add(unit);
        }
        else
        {
            unit.Change(service, name, command.Form, contact);
        }

        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", "unit.written", unit.Id, $"{service}, {name}", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}

/// <param name="Field">The first that is missing.</param>
public sealed record UnitIncomplete(string Field) : RuleError("unit.incomplete");

/// <param name="Name">Of the unit that is there ({0} of the text).</param>
public sealed record UnitTaken(string Name) : RuleError("unit.taken");

public sealed record UnitNotFound() : NotFoundError("unit.notFound");

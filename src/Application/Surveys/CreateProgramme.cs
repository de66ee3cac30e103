using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record CreateProgrammeCommand(string Name);

/// <summary>Starts a series of editions (N1). Errors: <see cref="SurveyForbidden"/>, <see cref="ProgrammeNameWrong"/>, <see cref="ProgrammeTaken"/>.</summary>
/// <returns>The slug.</returns>
public sealed class CreateProgrammeHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 80;

    public async Task<Result<string>> HandleAsync(CreateProgrammeCommand command, CancellationToken cancellationToken)
    {
        if (!SurveyAccess.MayBuild(user))
        {
            return new SurveyForbidden();
        }

        var name = command.Name.Trim();
        var slug = Slugs.From(name);
        if (name.Length > MaxName || slug.Length == 0)
        {
            return new ProgrammeNameWrong(MaxName);
        }

        if (await db.Set<Programme>().AnyAsync(p => p.Slug == slug, cancellationToken))
        {
            return new ProgrammeTaken();
        }

        var programme = new Programme(slug, name);
        db.Set<Programme>().Add(programme);
        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", "programme.created", programme.Id, name, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return slug;
    }
}

/// <param name="Max">{0} of the text.</param>
public sealed record ProgrammeNameWrong(int Max) : RuleError("programme.nameWrong");

public sealed record ProgrammeTaken() : RuleError("programme.taken");

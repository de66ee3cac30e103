using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record ListBankQuestionsQuery;

/// <summary>The latest version of every question in the bank, by key, at most 500. Error: <see cref="SurveyForbidden"/>.</summary>
public sealed class ListBankQuestionsHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<IReadOnlyList<BankQuestion>>> HandleAsync(ListBankQuestionsQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        if (!SurveyAccess.MayBuild(user))
        {
            return new SurveyForbidden();
        }

        return await db.Set<BankQuestion>().AsNoTracking()
            .Where(b => !db.Set<BankQuestion>().Any(later => later.Key == b.Key && later.Version > b.Version))
            .OrderBy(b => b.Key).Take(500).ToArrayAsync(cancellationToken);
    }
}

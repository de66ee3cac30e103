using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;

namespace Medborgardialog.Application.Ideas;

public sealed record ReviewIdeaQuery(IdeaText Text);

/// <param name="Text">As it will be sent.</param>
/// <param name="Similar">At most three that are there already.</param>
public sealed record IdeaReviewed(IdeaText Text, IReadOnlyList<SimilarIdea> Similar);

/// <summary>What stands on the page before sending: the text, and what is like it already. One statement. Errors: <see cref="IdeaNeedsResident"/> and those of <see cref="Idea.Check"/>.</summary>
public sealed class ReviewIdeaHandler(IdeaDesk desk, ISimilarIdeas similar) : IUseCase
{
    private const int Most = 3;

    public async Task<Result<IdeaReviewed>> HandleAsync(ReviewIdeaQuery query, CancellationToken cancellationToken)
    {
        if (desk.ResidentId is null)
        {
            return new IdeaNeedsResident();
        }

        var text = Idea.Check(query.Text);
        return text.IsSuccess
            ? new IdeaReviewed(text.Value, await similar.FindAsync(text.Value.Title, text.Value.Text, Most, cancellationToken))
            : text.Error;
    }
}

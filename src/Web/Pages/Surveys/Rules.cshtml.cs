using Medborgardialog.Application.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Surveys;

/// <summary>K11 for surveys: the rules as they were frozen, in plain words, what was done otherwise and why, and the fingerprint that anyone can check.</summary>
public sealed class RulesModel(GetSurveyRulesHandler get) : AppPage
{
    public SurveyRulesView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetSurveyRulesQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        return Page();
    }

    /// <summary>Names of the units that alone ask a question.</summary>
    public string Units(Domain.Surveys.FrozenQuestion question) => string.Join(", ", question.Units.Select(u => View.Units.GetValueOrDefault(u, u)));
}

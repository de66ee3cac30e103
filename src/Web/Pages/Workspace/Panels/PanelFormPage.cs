using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>The form of a panel, new or there already: says all that is wrong at once, each beside its field.</summary>
public abstract class PanelFormPage : PanelPage
{
    [BindProperty]
    public PanelForm Input { get; set; } = new();

    /// <summary>True while kind and committee can still be chosen.</summary>
    public virtual bool IsNew => false;

    /// <summary>Committees to choose among: slug and name. Empty when there is nothing to choose.</summary>
    public IReadOnlyList<(string Slug, string Name)> Committees { get; protected set; } = [];

    public string? ErrorOf(string field) => ViewData.ModelState[$"Input.{field}"] is { Errors.Count: > 0 } wrong ? wrong.Errors[0].ErrorMessage : null;

    public bool StratumIsWrong(int at) => ViewData.ModelState.Any(e => e.Key.StartsWith($"Input.Strata[{at}]", StringComparison.Ordinal) && e.Value?.Errors.Count > 0);

    /// <summary>What was typed, and whether there is anything wrong with it in the model state.</summary>
    protected PanelSettings ReadForm(PanelKind kind)
    {
        foreach (var (field, text, most) in Input.Limits())
        {
            Limit($"Input.{field}", text, most);
        }

        if (!Enum.IsDefined(Input.Recruitment))
        {
            ModelState.AddModelError("Input.Recruitment", "err.value");
        }

        var settings = Input.Read();
        foreach (var wrong in settings.Faults(kind))
        {
            AddOnce(wrong);
        }

        // No highest age is a choice of its own for adults, so one that cannot be read must not pass for it.
        if (settings.Oldest < 0 && ErrorOf(nameof(PanelForm.Oldest)) is null)
        {
            ModelState.AddModelError("Input.Oldest", "builder.countUnreadable");
        }

        return settings;
    }

    /// <summary>Shows why the settings were refused, beside the field where there is one. The page has loaded.</summary>
    protected IActionResult ShowRefused(Error error)
    {
        if (error is PanelSettingsWrong wrong)
        {
            AddOnce(wrong);
            return ShowErrors();
        }

        return Fail(error, error is PanelSlugTaken ? "Input.Name" : error is YouthPanelTaken ? "Input.Kind" : error is MembersChoseThemselves ? "Input.Recruitment" : "");
    }

    private void AddOnce(PanelSettingsWrong wrong)
    {
        var name = Input.NameOf(wrong.Field);
        if (ErrorOf(name) is null)
        {
            ModelState.AddModelError($"Input.{name}", wrong.Code);
        }
    }
}

using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>The units that give a service, which surveys are broken down by and people compare.</summary>
public sealed class UnitsModel(ListServiceUnitsHandler list, WriteServiceUnitHandler write) : AppPage
{
    public IReadOnlyList<ServiceUnit> Units { get; private set; } = [];

    /// <summary>Slug of the unit in the form; empty for a new one.</summary>
    [BindProperty]
    public string Changed { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "andra")] string? change, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (change is not null && Units.FirstOrDefault(u => u.Slug == change) is { } unit)
        {
            Changed = unit.Slug;
            Input = new Form { Service = unit.Service, Name = unit.Name, RunBy = unit.Form, Contact = unit.Contact };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var written = await write.HandleAsync(
            new WriteServiceUnitCommand(Changed, Input.Service ?? "", Input.Name ?? "", Input.RunBy, Input.Contact ?? ""), cancellationToken);
        return written.IsSuccess ? RedirectDone("/arbetsyta/enkater/enheter", "unit.saved") : written.Error switch
        {
            UnitIncomplete incomplete => Fail(incomplete, $"Input.{incomplete.Field}"),
            UnitTaken taken => Fail(taken, "Input.Name", taken.Name),
            _ => Fail(written.Error),
        };
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListServiceUnitsQuery(), cancellationToken);
        Changed ??= "";
        Units = found.IsSuccess ? found.Value : [];
        return found.IsSuccess ? null : Fail(found.Error);
    }

    public sealed class Form
    {
        public string? Service { get; set; }

        public string? Name { get; set; }

        public UnitForm RunBy { get; set; } = UnitForm.Municipal;

        public string? Contact { get; set; }
    }
}

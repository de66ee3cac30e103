using System.Globalization;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>S14: one question a page, and what was filled in is kept. Nothing is stored before the last one is sent.</summary>
public sealed class JoinModel(JoinPanelHandler join, OfferAliasesHandler aliases, ICurrentUser user, IAnswerPasses passes) : PanelPage
{
    private JoinDraft _draft = null!;

    public JoinStep Step { get; private set; }

    public int Age => _draft.Age;

    /// <summary>Came with the code from a letter.</summary>
    public bool WasDrawn => passes.Find(Panel.Id) is { Door: AnswerDoor.LetterCode };

    public IReadOnlyList<string> Offered => _draft.Offered;

    public IReadOnlyDictionary<string, string> Told => _draft.Background ?? new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Strata that are asked for; the age is known already.</summary>
    public IEnumerable<PanelStratum> Strata => Panel.Settings.Strata.Where(s => s.Key != PanelStratum.Age);

    public bool NeedsGuardian => _draft.Age > 0 && _draft.Age < Panel.Settings.GuardianBelow;

    [BindProperty(Name = "alder")]
    public string? AgeText { get; set; }

    [BindProperty(Name = "roll")]
    public string? Role { get; set; }

    [BindProperty(Name = "namn")]
    public string? Name { get; set; }

    [BindProperty(Name = "vuxen")]
    public string? Guardian { get; set; }

    [BindProperty(Name = "villkor")]
    public int ConsentVersion { get; set; }

    /// <summary>Goes back to a question that has been answered.</summary>
    [BindProperty(Name = "steg", SupportsGet = true)]
    public JoinStep? Wanted { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ?? await ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostAgeAsync(CancellationToken cancellationToken) => TakeAsync(JoinStep.Age, () =>
    {
        if (!int.TryParse(AgeText?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var age) || age is < 1 or > 120)
        {
            ModelState.AddModelError("alder", T["panel.ageWrong"]);
            return;
        }

        _draft = _draft with { Age = age };
    }, cancellationToken);

    public Task<IActionResult> OnPostRoleAsync(CancellationToken cancellationToken) => TakeAsync(JoinStep.Role, () =>
    {
        if (Role is not ("ja" or "nej"))
        {
            ModelState.AddModelError("roll", T["panel.join.roleMissing"]);
            return;
        }

        _draft = _draft with { HasRole = Role == "ja" };
    }, cancellationToken);

    public Task<IActionResult> OnPostNameAsync(CancellationToken cancellationToken) => TakeAsync(JoinStep.Name, () =>
    {
        var name = Name?.Trim() ?? "";
        if (Panel.IsYouth ? !_draft.Offered.Contains(name) : name.Length is < 2 or > 40)
        {
            ModelState.AddModelError("namn", T[Panel.IsYouth ? "panel.join.aliasMissing" : "panel.join.nameMissing"]);
            return;
        }

        _draft = _draft with { Name = name };
    }, cancellationToken);

    public Task<IActionResult> OnPostOthersAsync(CancellationToken cancellationToken) =>
        TakeAsync(JoinStep.Name, () => _draft = _draft with { Offered = [], Name = "" }, cancellationToken);

    public Task<IActionResult> OnPostBackgroundAsync(CancellationToken cancellationToken) => TakeAsync(JoinStep.Background, () =>
        _draft = _draft with
        {
            Background = Strata.Select(s => (s.Key, Value: Request.Form["b-" + s.Key].ToString()))
                .Where(b => b.Value.Length > 0).ToDictionary(b => b.Key, b => b.Value, StringComparer.Ordinal),
        }, cancellationToken);

    public Task<IActionResult> OnPostGuardianAsync(CancellationToken cancellationToken) => TakeAsync(JoinStep.Guardian, () =>
    {
        if (Domain.Identity.EmailAddress.Normalise(Guardian) is not { } address)
        {
            ModelState.AddModelError("vuxen", T["panel.guardianAddressWrong"]);
            return;
        }

        _draft = _draft with { Guardian = address };
    }, cancellationToken);

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        Step = Next();
        if (Step != JoinStep.Check)
        {
            return await ShowAsync(cancellationToken);
        }

        var joined = await join.HandleAsync(
            new JoinPanelCommand(
                Panel.Slug,
                new JoinRequest(_draft.Age, _draft.Name, Told, WasDrawn: false, _draft.HasRole == true, ConsentVersion), _draft.Guardian),
            cancellationToken);
        switch (joined.Error)
        {
            case null:
                JoinDraft.Forget(HttpContext);
                return Redirect(Local(At("/ga-med/klart")));
            case AlreadyAMember:
                return Redirect(Local(At("")));
            case AliasTaken:
                // Another was faster. A new choice is offered, and everything else is kept.
                _draft = _draft with { Name = "", Offered = [] };
                _draft.Keep(HttpContext);
                Step = JoinStep.Name;
                await OfferAsync(cancellationToken);
                return Fail(joined.Error, "namn");
            case GuardianAddressWrong:
                Step = JoinStep.Guardian;
                return Fail(joined.Error, "vuxen");
            case ConsentMissing:
                return Fail(joined.Error, "villkor");
            default:
                return Fail(joined.Error);
        }
    }

    private async Task<IActionResult> TakeAsync(JoinStep step, Action take, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        take();
        if (!ModelState.IsValid)
        {
            Step = step;
            return ShowErrors();
        }

        _draft.Keep(HttpContext);
        return Redirect(Local(At("/ga-med")));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Step = Next();
        if (Wanted is { } wanted && wanted < Step && Step != JoinStep.Stop && wanted != JoinStep.SignIn)
        {
            Step = wanted;
        }

        await OfferAsync(cancellationToken);
        (AgeText, Name, Guardian) = (_draft.Age > 0 ? _draft.Age.ToString(CultureInfo.InvariantCulture) : "", _draft.Name, _draft.Guardian);
        return Page();
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        if (Step == JoinStep.Name && Panel.IsYouth && _draft.Offered.Count == 0)
        {
            _draft = _draft with { Offered = (await aliases.HandleAsync(new OfferAliasesQuery(Panel.Slug), cancellationToken)).Value! };
            _draft.Keep(HttpContext);
        }
    }

    private JoinStep Next() =>
        _draft.Age == 0 ? JoinStep.Age
        : _draft.Age < Panel.Settings.Youngest || _draft.Age > Panel.Settings.Oldest || _draft.HasRole == true ? JoinStep.Stop
        : Panel.Settings.ExcludedRoles.Count > 0 && !Panel.IsYouth && _draft.HasRole is null ? JoinStep.Role
        : !user.IsResident() ? JoinStep.SignIn
        : _draft.Name.Length == 0 ? JoinStep.Name
        : _draft.Background is null && Strata.Any() ? JoinStep.Background
        : NeedsGuardian && _draft.Guardian.Length == 0 ? JoinStep.Guardian
        : JoinStep.Check;

    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        Response.Headers.CacheControl = "no-store";
        _draft = JoinDraft.Read(HttpContext, Panel.Slug);
        return Me is not null || Panel.State is not (PanelState.Open or PanelState.ClosedToNew) || (Panel.Settings.Recruitment == Recruitment.Draw && !WasDrawn)
            ? Redirect(Local(At("")))
            : null;
    }
}

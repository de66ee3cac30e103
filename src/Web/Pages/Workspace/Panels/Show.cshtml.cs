using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>How a panel stands: its members, its waves, what is left to give back, and the next wave.</summary>
public sealed class ShowModel(GetPanelOverviewHandler get, CreateWaveHandler create, ReturnWaveHandler give, TurnPanelHandler turn, RemoveMemberHandler remove) : PanelPage
{
    public PanelOverview View { get; private set; } = null!;

    /// <summary>Number of the wave whose result one writes about; 0 for the first that is left.</summary>
    [BindProperty(Name = "omgang", SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "rekrytering", SupportsGet = true)]
    public LetterForm Letters { get; set; } = new();

    /// <summary>The wave that the form of returning is about; null when there is none.</summary>
    public WaveLine? Returning => View.Waves.FirstOrDefault(w => w.IsCounted && w.Wave.Number == Number) ?? View.Waves.LastOrDefault(w => w.IsLeftToReturn);

    public string Heading =>
        View.Waves.LastOrDefault(w => w.IsLeftToReturn) is { } left ? T["paneldesk.heading.return", Name, left.Wave.Number]
        : View.Waves.FirstOrDefault(w => w.Phase == SurveyPhase.Open) is { } open ? T["paneldesk.heading.open", Name, open.Wave.Number]
        : Name;

    private string Name => Panel.Settings.Name;

    private Dates Dates => HttpContext.RequestServices.GetRequiredService<Dates>();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        // What cannot be read in an address is as if it were not there.
        ModelState.Clear();
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        Letters.Work(View.Drawn);
        FillReturn();
        return Page();
    }

    public async Task<IActionResult> OnPostWaveAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Title", Input.Title, Survey.MaxTitle);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(slug, null, cancellationToken);
        }

        var created = await create.HandleAsync(new CreateWaveCommand(slug, PlainText.Clean(Input.Title ?? ""), Input.IsSensitive), cancellationToken);
        return created.IsSuccess
            ? RedirectDone($"/arbetsyta/enkater/{created.Value}", "paneldesk.done.wave")
            : await ShowAsync(slug, created.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostReturnAsync(string slug, CancellationToken cancellationToken)
    {
        foreach (var (field, text) in new[] { (nameof(Form.YouSaid), Input.YouSaid), (nameof(Form.WeDid), Input.WeDid), (nameof(Form.DidItHelp), Input.DidItHelp) })
        {
            Limit($"Input.{field}", text, PanelWave.LongestText);
        }

        if (string.IsNullOrWhiteSpace(Input.YouSaid))
        {
            ModelState.AddModelError("Input.YouSaid", "err.required");
        }

        if (string.IsNullOrWhiteSpace(Input.WeDid))
        {
            ModelState.AddModelError("Input.WeDid", "err.required");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(slug, null, cancellationToken);
        }

        var given = await give.HandleAsync(
            new ReturnWaveCommand(slug, Number, PlainText.Clean(Input.YouSaid ?? ""), PlainText.Clean(Input.WeDid ?? ""), PlainText.Clean(Input.DidItHelp ?? "")), cancellationToken);
        return given.IsSuccess ? RedirectDone(HomeOf(slug), "paneldesk.done.returned", Number) : await ShowAsync(slug, given.Error, cancellationToken);
    }

    /// <summary>To every state but the last, which has a page of its own.</summary>
    public async Task<IActionResult> OnPostTurnAsync(string slug, uint version, PanelState state, CancellationToken cancellationToken)
    {
        if (state is not (PanelState.Open or PanelState.ClosedToNew or PanelState.Paused))
        {
            return BadRequest();
        }

        var turned = await turn.HandleAsync(new TurnPanelCommand(slug, version, state), cancellationToken);
        return turned.IsSuccess ? RedirectDone(HomeOf(slug), $"paneldesk.done.{state}") : await ShowAsync(slug, turned.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Input.Who))
        {
            ModelState.AddModelError("Input.Who", "err.required");
            return await ShowAsync(slug, null, cancellationToken);
        }

        var removed = await remove.HandleAsync(new RemoveMemberCommand(slug, Input.Who), cancellationToken);
        return removed.IsSuccess ? RedirectDone(HomeOf(slug), "paneldesk.done.removed") : await ShowAsync(slug, removed.Error, cancellationToken);
    }

    /// <summary>What there is to say of a wave in one line.</summary>
    public string LineOf(WaveLine wave)
    {
        var when = wave.Times is not { } times ? T["row.noDates"] : wave.Phase switch
        {
            SurveyPhase.Draft or SurveyPhase.InReview or SurveyPhase.Scheduled => T["row.opens", Dates.Moment(times.AnswersOpenAt)],
            SurveyPhase.Open or SurveyPhase.Paused => T["row.closes", Dates.Moment(times.ClosesAt)],
            SurveyPhase.Closed => T["row.results", Dates.Moment(times.ResultsAt)],
            _ when wave.Wave.ReturnedAt is { } at => T["paneldesk.returnedOn", Dates.Day(at)],
            _ => "",
        };
        var asked = wave.Asked > 0 ? T.Count("paneldesk.asked", wave.Asked) : wave.Week is { } week ? T["paneldesk.booked", Week(week)] : T["paneldesk.notBooked"];
        return string.Join(" ", new[] { T["paneldesk.wave", wave.Wave.Number] + ".", asked + ".", when.Length > 0 ? when.TrimEnd('.') + "." : "" }).TrimEnd();
    }

    private async Task<IActionResult> ShowAsync(string slug, Error? error, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        return error switch
        {
            null => ShowErrors(),
            SurveyTitleWrong wrong => Fail(error, "Input.Title", wrong.Max),
            SurveySlugTaken => Fail(error, "Input.Title"),
            ReturnTextWrong wrong => Fail(error, "Input.YouSaid", wrong.Max),
            NobodyByThatName nobody => Fail(error, "Input.Who", nobody.Name),
            _ => Fail(error),
        };
    }

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPanelOverviewQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Head(View.Panel, "");
        return null;
    }

    private void FillReturn()
    {
        if (Returning is { } wave)
        {
            (Input.YouSaid, Input.WeDid, Input.DidItHelp) = (wave.Wave.YouSaid, wave.Wave.WeDid, wave.Wave.DidItHelp);
        }
    }

    public sealed class Form
    {
        public string? Title { get; set; }

        public bool IsSensitive { get; set; }

        public string? YouSaid { get; set; }

        public string? WeDid { get; set; }

        public string? DidItHelp { get; set; }

        /// <summary>Name or address of a member who is to be taken out.</summary>
        public string? Who { get; set; }
    }
}

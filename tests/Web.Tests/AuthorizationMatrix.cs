using static Medborgardialog.Web.Tests.Who;

namespace Medborgardialog.Web.Tests;

/// <summary>The columns of the matrix.</summary>
[Flags]
public enum Who
{
    None = 0,
    Anonymous = 1,
    Resident = 2,
    Moderator = 4,
    Officer = 8,
    Secretary = 16,
    Member = 32,
    Chair = 64,
    Administrator = 128,
    Everyone = Anonymous | Resident | Moderator | Officer | Secretary | Member | Chair | Administrator,
    Committee = Secretary | Member | Chair,
}

/// <summary>
/// Who gets through the door of each address, written by hand. What happens behind the door (role and phase together) is
/// decided by the handlers and tested with them. docs/authorization-matrix.md is printed from this table.
/// </summary>
internal static class AuthorizationMatrix
{
    /// <summary>Static files, which differ from build to build, are one row of their own in the test.</summary>
    public static IReadOnlyList<(string Address, Who Allowed)> Rows { get; } =
    [
        ("/", Everyone),
        ("/arbetsyta", Officer | Moderator),
        ("/arbetsyta/moderering", Moderator),
        ("/arbetsyta/moderering/{id:guid}", Moderator),
        ("/arbetsyta/radslag", Officer),
        ("/arbetsyta/radslag/ny", Officer),
        ("/arbetsyta/radslag/{slug}", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/alternativ", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/alternativ/{letter:length(1)}", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/bakgrund", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/fraga", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/fragor", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/fragor/{key}", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/kanaler", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/namnd", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/paverkan", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/samtal", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/tider", Officer),
        ("/arbetsyta/radslag/{slug}/bygg/vilka", Officer),
        ("/arbetsyta/radslag/{slug}/godkann", Officer),
        ("/arbetsyta/radslag/{slug}/hantera", Officer),
        ("/arbetsyta/radslag/{slug}/publicera", Officer),
        ("/arbetsyta/rapporter", Officer),
        ("/arbetsyta/rapporter/{slug}", Officer),
        ("/bild/{id:guid}", Everyone),
        ("/dialoger", Everyone),
        ("/du-sa-vi-gjorde", Everyone),
        ("/du-sa-vi-gjorde/{slug}", Everyone),
        ("/fel/{code:int}", Everyone),
        ("/hjalp", Everyone),
        ("/kontakt", Everyone),
        ("/kvitto", Everyone),
        ("/logga-in", Everyone),
        ("/logga-in/kod", Everyone),
        ("/logga-in/namn", Everyone),
        ("/logga-in/personal", Everyone),
        ("/logga-in/personal/klart", Everyone),
        ("/logga-ut", Everyone),
        ("/namnder", Everyone),
        ("/namnder/{slug}", Everyone),
        ("/namndrum", Committee),
        ("/namndrum/{committee}/svar/{slug}", Committee),
        ("/namndrum/{slug}", Committee),
        ("/om", Everyone),
        ("/om/demo", Everyone),
        ("/om/personuppgifter", Everyone),
        ("/om/sa-raknar-vi", Everyone),
        ("/om/samtalsregler", Everyone),
        ("/om/tillganglighet", Everyone),
        ("/radslag/{slug}", Everyone),
        ("/radslag/{slug}/alternativ/{letter:length(1)}", Everyone),
        ("/radslag/{slug}/bakgrund", Everyone),
        ("/radslag/{slug}/beslut", Everyone),
        ("/radslag/{slug}/bevaka", Everyone),
        ("/radslag/{slug}/jamfor", Everyone),
        ("/radslag/{slug}/moderering", Everyone),
        ("/radslag/{slug}/resultat", Everyone),
        ("/radslag/{slug}/spelregler", Everyone),
        ("/radslag/{slug}/spelregler.json", Everyone),
        ("/radslag/{slug}/svara", Everyone),
        ("/radslag/{slug}/svara/fraga/{number:int}", Everyone),
        ("/radslag/{slug}/svara/klart", Everyone),
        ("/radslag/{slug}/svara/kontrollera", Everyone),
        ("/radslag/{slug}/svara/om-dig", Everyone),
        ("/rapporter", Everyone),
        ("/rapporter/fil/{id:guid}/{format:regex(^(pdf|csv)$)}", Everyone),
        ("/rapporter/{number}/{version:regex(^v[0-9]+$)?}", Everyone),
        ("/system/anvandare", Administrator),
        ("/system/anvandare/ny", Administrator),
        ("/system/anvandare/{id:guid}", Administrator),
        ("/utseende", Everyone),
        ("/utveckling/brev", Everyone),
        ("/halsa", Everyone),
        ("/halsa/redo", Everyone),
        ("/{**path:file}", Everyone),
        ("/{*path:nonfile}", Everyone),
    ];
}

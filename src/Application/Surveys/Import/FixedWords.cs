namespace Medborgardialog.Application.Surveys.Import;

/// <summary>
/// Words of choices that LimeSurvey has in its own translations and not in the file: yes and no, increase and decrease, other.
/// These are our own translations. What is not here is shown in English, and the import says so.
/// </summary>
internal static class FixedWords
{
    public enum Word
    {
        Yes,
        No,
        Uncertain,
        Increase,
        Same,
        Decrease,
        Female,
        Male,
        Other,
        Comment,
    }

    private static readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal)
    {
        ["sv"] = ["Ja", "Nej", "Osäker", "Öka", "Oförändrat", "Minska", "Kvinna", "Man", "Annat", "Kommentar"],
        ["en"] = ["Yes", "No", "Uncertain", "Increase", "Same", "Decrease", "Female", "Male", "Other", "Comment"],
        ["fi"] = ["Kyllä", "Ei", "Epävarma", "Lisätä", "Ennallaan", "Vähentää", "Nainen", "Mies", "Muu", "Kommentti"],
        ["nb"] = ["Ja", "Nei", "Usikker", "Øke", "Uendret", "Redusere", "Kvinne", "Mann", "Annet", "Kommentar"],
        ["da"] = ["Ja", "Nej", "Usikker", "Øge", "Uændret", "Mindske", "Kvinde", "Mand", "Andet", "Kommentar"],
        ["de"] = ["Ja", "Nein", "Unsicher", "Zunehmen", "Gleich bleiben", "Abnehmen", "Weiblich", "Männlich", "Sonstiges", "Kommentar"],
        ["fr"] = ["Oui", "Non", "Incertain", "Augmenter", "Sans changement", "Diminuer", "Féminin", "Masculin", "Autre", "Commentaire"],
        ["it"] = ["Sì", "No", "Incerto", "Aumentare", "Invariato", "Diminuire", "Femmina", "Maschio", "Altro", "Commento"],
        ["es"] = ["Sí", "No", "No está claro", "Aumentar", "Sin cambios", "Disminuir", "Femenino", "Masculino", "Otro", "Comentario"],
        ["ru"] = ["Да", "Нет", "Не уверен", "Увеличить", "Без изменений", "Уменьшить", "Женский", "Мужской", "Другое", "Комментарий"],
    };

    /// <param name="language">Code of the file, such as <c>de-informal</c>.</param>
    public static bool Knows(string language) => _words.ContainsKey(Primary(language));

    public static Wording Of(Word word, IEnumerable<string> languages) =>
        Wording.Of(languages, l => _words.GetValueOrDefault(Primary(l), _words["en"])[(int)word]);

    private static string Primary(string language) => language.Split('-')[0] switch
    {
        "no" or "nn" => "nb",
        var primary => primary,
    };
}

using System.Collections.Frozen;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>Which settings of a question are carried over, which change nothing for who answers, and which are listed.</summary>
internal static class AttributeReading
{
    /// <summary>Looks, statistics and print: nothing that somebody who answers may see or do differently in what they answer.</summary>
    private static readonly FrozenSet<string> _looks = new[]
    {
        "answer_width", "answer_width_bycolumn", "text_input_width", "text_input_columns", "choice_input_columns", "label_input_columns", "input_size",
        "display_columns", "display_rows", "display_type", "cssclass", "hide_tip", "public_statistics", "statistics_showgraph", "statistics_graphtype",
        "statistics_showmap", "scale_export", "page_break", "repeat_headings", "dropdown_size", "dropdown_prefix", "use_dropdown", "dropdown_dates",
        "dropdown_dates_minute_step", "dropdown_dates_month_style", "samechoiceheight", "samelistheight", "showpopups", "printable_help", "time_limit_action",
        "slider_custom_handle", "slider_handle", "slider_orientation", "slider_separator", "slider_showminmax", "slider_reset", "slider_layout",
        "slider_default_set", "value_range_allows_missing", "array_filter_style", "assessment_value", "relevance", "save_as_default", "clear_default",
        "parent_order", "keep_aspect", "horizontal_scroll", "crop_or_resize", "fix_height", "fix_width",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _carried = new[]
    {
        "other_replace_text", "other_comment_mandatory", "other_numbers_only", "dualscale_headerA", "dualscale_headerB", "numbers_only",
        "num_value_int_only", "multiflexible_checkbox", "input_boxes",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Values that mean the same as no value.</summary>
    private static readonly FrozenDictionary<string, string> _plain = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["commented_checkbox"] = "checked", ["commented_checkbox_auto"] = "1", ["answer_order"] = "normal", ["other_position"] = "default",
        ["show_totals"] = "X", ["multiflexible_step"] = "1", ["max_num_of_files"] = "1", ["show_title"] = "1", ["show_comment"] = "1",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _codes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["random_order"] = "import.randomOrder", ["answer_order"] = "import.randomOrder", ["random_group"] = "import.randomOrder",
        ["subquestion_order"] = "import.randomOrder", ["min_answers"] = "import.minAnswers", ["array_filter"] = "import.arrayFilter",
        ["array_filter_exclude"] = "import.arrayFilter", ["hidden"] = "import.hidden", ["em_validation_q"] = "import.validation",
        ["em_validation_sq"] = "import.validation", ["slider_default"] = "import.defaultValue", ["time_limit"] = "import.timer",
        ["exclude_all_others"] = "import.exclusiveChoice", ["min_num_value"] = "import.sumRule", ["max_num_value"] = "import.sumRule",
        ["equals_num_value"] = "import.sumRule", ["min_num_value_sgqa"] = "import.sumRule", ["max_num_value_sgqa"] = "import.sumRule",
        ["num_value_equals_sgqa"] = "import.sumRule",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>One difference for each setting that is on and not carried over, with its name and value.</summary>
    public static IEnumerable<(string Code, string Name, string Value)> Left(LssQuestion q, IReadOnlyList<Draft> drafts) =>
        from attribute in q.Attributes
        let value = attribute.Value.In([]).Trim()
        where value.Length > 0 && !IsOff(q, attribute.Key, value) && !_looks.Contains(attribute.Key) && !IsCarried(q, attribute.Key, value, drafts)
        select (_codes.GetValueOrDefault(attribute.Key, "import.attribute"), attribute.Key, value);

    private static bool IsOff(LssQuestion q, string name, string value) =>
        name == "other_position" && value == "end" || name == "slider_reversed" && value == "0"
        || value is "0" && !name.Contains("_num_value", StringComparison.Ordinal) && !name.StartsWith("slider_", StringComparison.Ordinal)
        || value is "N" && name is "hidden" or "random_order"
        || _plain.GetValueOrDefault(name) == value
        || name.StartsWith("time_limit_", StringComparison.Ordinal) && q.Attribute("time_limit").Length == 0
        || name.StartsWith("location_", StringComparison.Ordinal) && q.Attribute("location_mapservice") is "" or "0"
        || name.StartsWith("slider_", StringComparison.Ordinal) && q.Attribute("slider_layout") is not "1"
        || name == "slider_default" && value == "0" && q.Attribute("slider_default_set") == "0"
        || name is "allowed_filetypes" or "max_filesize" or "max_num_of_files" or "min_num_of_files" && q.Type == "|"
        || name == "em_validation_q_tip" && q.Attribute("em_validation_q").Length == 0
        || name == "em_validation_sq_tip" && q.Attribute("em_validation_sq").Length == 0;

    /// <summary>Numbers are carried; expressions in their place are not.</summary>
    private static bool IsCarried(LssQuestion q, string name, string value, IReadOnlyList<Draft> drafts)
    {
        var number = decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var limit);
        return _carried.Contains(name) || name switch
        {
            "max_answers" => drafts.Count(d => d.Kind is Domain.Ballots.QuestionKind.Multiple or Domain.Ballots.QuestionKind.Ranking) == 1 && number && limit >= 1 && limit % 1 == 0,
            "max_subquestions" => q.Type == "R" && number && limit >= 1,
            "min_num_value_n" => number && drafts.Any(d => d.Lowest == limit),
            "max_num_value_n" => number && drafts.Any(d => d.Highest == limit),
            "suffix" => drafts.Any(d => d.Unit == value),
            "slider_min" => drafts.Any(d => d.Lowest == limit) && number,
            "slider_max" => drafts.Any(d => d.Highest == limit) && number,
            "slider_accuracy" => value == "1",
            "multiflexible_min" or "multiflexible_max" or "multiflexible_step" or "reverse" => number && q.Type == ":" && (drafts.Any(d => d.Items.Count > 0) || name != "multiflexible_step" && drafts.Any(d => d.Lowest == limit || d.Highest == limit)),
            "maximum_chars" => false,
            _ => false,
        };
    }
}

using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <summary>Fairness between the options (ux 9.1): who gets much more text, or the only picture, gets more attention.</summary>
public static class OptionFairness
{
    private const double Tolerance = 0.4;

    /// <returns>Keys below <c>unfair.</c>; empty when they are treated alike.</returns>
    public static IReadOnlyList<string> Of(Consultation consultation)
    {
        var written = consultation.Options.Where(o => o.Name.Length > 0).ToList();
        if (written.Count < 2)
        {
            return [];
        }

        var lengths = written.ConvertAll(o => o.Idea.Length + o.Description.Length + o.Aspects.Sum(a => a.Length));
        var found = new List<string>();
        if (lengths.Max() > (1 + Tolerance) * lengths.Min())
        {
            found.Add("lengths");
        }

        var pictures = written.Count(o => o.PictureId is not null);
        if (pictures > 0 && pictures < written.Count)
        {
            found.Add("pictures");
        }

        return found;
    }
}

using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <summary>
/// Copies texts into a coding set and takes away the copies whose source is gone. Answers in words come through the disclosure gate, after closing,
/// and bring nothing along but what it lets through.
/// </summary>
public sealed class CodingSources(IAppDbContext db, IDisclosureGate gate, ListPostsToCodeHandler posts, ITextStems stems, TimeProvider clock)
{
    /// <summary>Takes in what is new, unless the set is released, and away what is gone. Saves nothing.</summary>
    /// <param name="inputs">Those that are there, tracked.</param>
    /// <returns>How many came and went.</returns>
    internal async Task<(int Came, int Went)> RefreshAsync(CodingSet set, IReadOnlyList<CodingInput> inputs, CancellationToken cancellationToken)
    {
        var sources = await ReadAsync(set, cancellationToken);
        var gone = RemoveGone(set, inputs, sources);
        var kept = inputs.Except(gone).Select(i => i.SourceId).ToHashSet();
        var fresh = set.IsReleased ? [] : sources.Where(s => !kept.Contains(s.Id)).ToList();
        await TakeInAsync(set, fresh, [.. inputs.Select(i => i.Number)], cancellationToken);
        return (fresh.Count, gone.Count);
    }

    /// <summary>Takes away what is gone and nothing else. Saves nothing.</summary>
    internal async Task RemoveGoneAsync(CodingSet set, IReadOnlyList<CodingInput> inputs, CancellationToken cancellationToken) =>
        RemoveGone(set, inputs, await ReadAsync(set, cancellationToken));

    /// <summary>A post that was edited is another text.</summary>
    private List<CodingInput> RemoveGone(CodingSet set, IReadOnlyList<CodingInput> inputs, List<SourceText> sources)
    {
        var there = sources.ToDictionary(s => s.Id);
        var gone = inputs.Where(i => !there.TryGetValue(i.SourceId, out var source) || source.Text != i.Text).ToList();
        db.Set<CodingInput>().RemoveRange(gone);
        if (gone.Count > 0)
        {
            set.MarkChanged(clock.GetUtcNow());
        }

        return gone;
    }

    private async Task TakeInAsync(CodingSet set, List<SourceText> fresh, IReadOnlyCollection<int> taken, CancellationToken cancellationToken)
    {
        if (fresh.Count == 0)
        {
            return;
        }

        // A seed that nobody keeps: neither the numbers nor the order of the rows can lead back to the order of the answers.
        var seed = Convert.ToHexString(RandomId.Bytes(32));
        var shuffled = new SeededNumbers(seed).Take(fresh, fresh.Count);
        var numbers = InputNumbers.Draw(shuffled.Count, taken, seed + ":n");
        var found = await stems.OfAsync([.. shuffled.Select(s => (s.Text, CodingInput.Swedish))], cancellationToken);
        for (var i = 0; i < shuffled.Count; i++)
        {
            var input = shuffled[i].CopyTo(set.Id, numbers[i]);
            input.Stem(found[i]);
            db.Set<CodingInput>().Add(input);
        }
    }

    private async Task<List<SourceText>> ReadAsync(CodingSet set, CancellationToken cancellationToken)
    {
        var texts = new List<SourceText>();
        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.DialogueId == set.DialogueId, cancellationToken);
        var survey = await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == set.DialogueId, cancellationToken);
        foreach (var source in set.Sources.Where(s => s.IsQuestion))
        {
            var quotable = questionnaire?.Questions.FirstOrDefault(q => q.Key == source.Key)?.MayBeQuoted == true;
            var written = await gate.ReadWrittenAsync(set.DialogueId, source.Key, cancellationToken);
            texts.AddRange(written.Select(w => new SourceText(source, w.Id, w.Text, survey is null ? "" : UnitPlaces.Name(survey, w.Units), null, w.OnPaper, quotable, 0)));
        }

        var threads = set.Sources.Where(s => !s.IsQuestion).ToDictionary(s => Guid.Parse(s.Key, CultureInfo.InvariantCulture));
        if (threads.Count > 0)
        {
            var talk = await posts.HandleAsync(new ListPostsToCodeQuery(set.DialogueId, [.. threads.Keys]), cancellationToken);
            texts.AddRange(talk.Posts.Select(p => new SourceText(threads[p.ThreadId], p.Id, p.Text, "", p.AuthorId, false, true, p.Number)));
        }

        return texts;
    }

    private sealed record SourceText(
        CodingSource Source, Guid Id, string Text, string Unit, Guid? Author, bool OnPaper, bool MayBeQuoted, int PostNumber)
    {
        public CodingInput CopyTo(Guid setId, int number) => Author is { } author
            ? CodingInput.Posted(setId, number, Source, Id, PostNumber, author, Text)
            : CodingInput.Written(setId, number, Id, Source.Key, Text, Unit, OnPaper, MayBeQuoted);
    }
}

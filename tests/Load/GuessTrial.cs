using System.Diagnostics;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Load;

/// <summary>
/// Trust T06. Somebody who knows every selector that has been issued guesses the secrets, from as many networks as they like: each network's
/// first guess comes from one that has not guessed before. Nothing may open, and the limits must close.
/// </summary>
internal sealed class GuessTrial(InProcess app, int guesses, int people, int networks)
{
    private const int Workers = 4;

    public async Task<int> RunAsync(TextWriter output)
    {
        var codes = await IssueAsync();
        var from = Stopwatch.GetTimestamp();
        var tallies = await Task.WhenAll(Enumerable.Range(0, Workers).Select(w => Task.Run(() => GuessAsync(codes, w))));
        var (opened, wrong, locked, chance) = (tallies.Sum(t => t.Opened), tallies.Sum(t => t.Wrong), tallies.Sum(t => t.Locked), tallies.Sum(t => t.Chance));
        await output.WriteLineAsync(
            $"{guesses:N0} guesses at {people:N0} codes from {networks:N0} networks in {Stopwatch.GetElapsedTime(from).TotalSeconds:F0} s: {opened} opened, {wrong:N0} were checked and wrong, {locked:N0} were shut out. {chance} would have been right without any limit.");
        var right = await OpenAsync(codes[^1].Shown, hasGuessed: false);
        await output.WriteLineAsync($"Afterwards a resident who has not guessed and whose selector is not locked {(right ? "comes in" : "is kept out")}.");
        return opened == 0 && chance == 0 && right && wrong <= networks + CodeGate.WrongPerDialogue + Workers ? 0 : 1;
    }

    private async Task<LetterCode[]> IssueAsync()
    {
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var dialogue = await scope.ServiceProvider.GetRequiredService<IDialogueAddresses>().FindAsync("radslag", app.Slug, CancellationToken.None);
        var frame = new Frame(dialogue!.DialogueId, new FrameSettings("Prov", default, null, null, []), people, Guid.Empty, now);
        var codes = Enumerable.Range(0, people * 2).Select(_ => LetterCode.New()).DistinctBy(c => c.Selector).Take(people).ToArray();
        var persons = Array.ConvertAll(codes, _ => new FramePerson(frame.Id, "", "", "", "", FrameContact.None));
        Parallel.For(0, people, i => persons[i].GiveCode(codes[i].Selector, CodeSecret.Make(codes[i].Secret), now));
        db.Add(frame);
        db.AddRange(persons.AsEnumerable());
        await db.SaveChangesAsync();
        return codes;
    }

    private async Task<(int Opened, int Wrong, int Locked, int Chance)> GuessAsync(LetterCode[] codes, int worker)
    {
        var (opened, wrong, locked, chance) = (0, 0, 0, 0);
        await using var scope = app.Scope();
        var handler = scope.ServiceProvider.GetRequiredService<OpenDialogueWithCodeHandler>();
        for (var i = worker; i < guesses; i += Workers)
        {
            // The last one is left for the resident who comes afterwards.
            var meant = codes[i % (codes.Length - 1)];
            var guess = new LetterCode(meant.Selector, LetterCode.New().Secret);
            chance += guess.Secret == meant.Secret ? 1 : 0;
            var answer = await handler.HandleAsync(new(guess.Shown, HasGuessedWrong: i >= networks), CancellationToken.None);
            opened += answer.IsSuccess ? 1 : 0;
            wrong += answer.Error is CodeUnknown ? 1 : 0;
            locked += answer.Error is CodeLocked ? 1 : 0;
        }

        return (opened, wrong, locked, chance);
    }

    private async Task<bool> OpenAsync(string code, bool hasGuessed)
    {
        await using var scope = app.Scope();
        return (await scope.ServiceProvider.GetRequiredService<OpenDialogueWithCodeHandler>().HandleAsync(new(code, hasGuessed), CancellationToken.None)).IsSuccess;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Web.Pages.Consultations.Discussions;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Live;

/// <summary>
/// The public part of each post, rendered once per language and version, however many pages show it and however many listen.
/// </summary>
internal sealed class PostFragments(RazorFragments razor, IMeterFactory meters, TimeProvider clock)
{
    public const string MeterName = "Medborgardialog.Live";
    public const string CounterName = "post_renderings";
    private const string Partial = "/Pages/Consultations/Discussions/_Post.cshtml";

    /// <summary>About 2 KB each.</summary>
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<Version, Lazy<Task<string>>> _kept = new();
    private readonly Counter<long> _renderings = meters.Create(MeterName).CreateCounter<long>(CounterName);

    /// <param name="thread">Last part of the thread's address.</param>
    /// <param name="isOpen">It can be reacted to and commented on.</param>
    public Task<string> GetAsync(PostView post, string thread, bool isOpen)
    {
        // The year decides whether dates are shown with theirs.
        var version = new Version(
            post.Id, post.Sequence, post.State, post.EditedAt, post.Good, post.Thoughtful, isOpen, Language.IsEnglish, clock.SwedishToday().Year);
        if (_kept.TryGetValue(version, out var known))
        {
            return known.Value;
        }

        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }

        var rendering = _kept.GetOrAdd(version, v => new Lazy<Task<string>>(() => RenderAsync(v, new PostFragment(post with { Own = null }, thread, isOpen))));
        return rendering.Value;
    }

    private async Task<string> RenderAsync(Version version, PostFragment fragment)
    {
        try
        {
            _renderings.Add(1);
            return await razor.RenderAsync(Partial, fragment);
        }
        catch
        {
            _kept.TryRemove(version, out _);
            throw;
        }
    }

    private readonly record struct Version(
        Guid Id, long Sequence, PostState State, DateTimeOffset? EditedAt, int Good, int Thoughtful, bool IsOpen, bool IsEnglish, int Year);
}

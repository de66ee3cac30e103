using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>What the thread's script says. Gaps stay as {0}: the script fills them.</summary>
internal static class TalkTexts
{
    private static readonly string[] _keys =
    [
        "live.on", "live.poll", "live.off", "live.offText", "live.pause", "live.resume", "live.reconnecting", "live.back", "live.offline",
        "live.newPosts.one", "live.newPosts.other", "live.newComments.one", "live.newComments.other", "live.many", "live.sending", "live.failed",
        "live.remove", "live.you", "live.now", "live.draft", "act.retry", "act.change", "thread.shownSince", "write.title", "write.commentTitle",
        "write.commenting", "write.count", "err.emptyPost", "err.tooLong",
    ];

    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly ConcurrentDictionary<bool, string> _byLanguage = new();

    public static string Json(ITexts texts) =>
        _byLanguage.GetOrAdd(Language.IsEnglish, (_, t) => JsonSerializer.Serialize(_keys.ToDictionary(k => k, k => t[k]), _readable), texts);
}

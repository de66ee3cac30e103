using Medborgardialog.Domain.Discussions;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    /// <summary>An empty thread in the database.</summary>
    public async Task<TalkThread> ThreadAsync(Guid consultationId, int number = 1, string title = "Parkering för handeln")
    {
        var thread = TalkThread.Start(consultationId, number, title, optionLetter: null, Guid.CreateVersion7(), Now).Value!;
        Db.Add(thread);
        await Db.SaveChangesAsync();
        return thread;
    }

    /// <summary>A post by somebody, already in the database.</summary>
    public async Task<Post> PostAsync(
        TalkThread thread, string text = "Tar ni bort platserna tappar vi lunchkunderna.", Author? author = null, Post? replyTo = null, bool held = false)
    {
        var post = thread.Write(author ?? new Author(Guid.CreateVersion7(), "Torghandlarn", Title: null), text, replyTo, Guid.CreateVersion7(), held, Now).Value!;
        Db.Update(thread);
        Db.Add(post);
        await Db.SaveChangesAsync();
        return post;
    }

    private DateTimeOffset Now => ((TimeProvider)services.GetService(typeof(TimeProvider))!).GetUtcNow();
}

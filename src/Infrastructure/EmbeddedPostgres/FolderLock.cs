namespace Medborgardialog.Infrastructure.EmbeddedPostgres;

/// <summary>A lock file that the system releases when its holder dies, however it dies.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Null when another process holds it, or when the file belongs to somebody else.</summary>
    public static FolderLock? TryTake(string path, FileMode mode = FileMode.OpenOrCreate)
    {
        try
        {
            return new FolderLock(new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}

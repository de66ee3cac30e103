namespace Medborgardialog.TestSupport;

/// <summary>Real survey definitions that may lie beside the project, in <c>shared/data/limesurvey</c>.</summary>
public static class SampleSurveys
{
    public const string Missing = "The sample surveys do not lie beside the project (shared/data/limesurvey).";

    /// <returns>Full path, or null where the file is not there.</returns>
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "limesurvey", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}

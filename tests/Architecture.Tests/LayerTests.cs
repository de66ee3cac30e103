using System.Reflection;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Medborgardialog.Architecture.Tests;

public class LayerTests
{
    private static readonly System.Reflection.Assembly Domain = typeof(Entity).Assembly;
    private static readonly System.Reflection.Assembly Application = typeof(IUseCase).Assembly;
    private static readonly System.Reflection.Assembly Infrastructure = typeof(Medborgardialog.Infrastructure.InfrastructureRegistration).Assembly;
    private static readonly System.Reflection.Assembly Web = typeof(Program).Assembly;
    private static readonly ArchUnitNET.Domain.Architecture Loaded =
        new ArchLoader().LoadAssemblies(Domain, Application, Infrastructure, Web).Build();

    private static readonly string[] BannedEndings = ["Service", "Manager", "Helper", "Util", "Processor", "Info", "Data"];

    [Fact]
    public void Domain_depends_on_the_base_library_alone() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Application_does_not_know_Infrastructure_or_Web() =>
        Assert.DoesNotContain(Application.GetReferencedAssemblies(), a => a.Name is "Medborgardialog.Infrastructure" or "Medborgardialog.Web" or "Npgsql");

    [Fact]
    public void Pages_and_hubs_do_not_touch_the_database_or_jobs() =>
        Types().That().ResideInNamespaceMatching(@"^Medborgardialog\.Web\.(Pages|Live)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^(Microsoft\.EntityFrameworkCore|Hangfire|Npgsql)")
                .Or().Are(typeof(IAppDbContext)))
            .Check(Loaded);

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    public void Features_do_not_depend_on_each_other_in_circles(string layer) =>
        ArchUnitNET.Fluent.Slices.SliceRuleDefinition.Slices().Matching($"Medborgardialog.{layer}.(*)").Should().BeFreeOfCycles().Check(Loaded);

    [Fact]
    public void Every_use_case_is_a_sealed_handler_with_one_public_method() =>
        Assert.All(
            Application.GetTypes().Where(t => t is { IsClass: true } && t.IsAssignableTo(typeof(IUseCase))),
            handler =>
            {
                Assert.True(handler.IsSealed, handler.Name);
                Assert.EndsWith("Handler", handler.Name, StringComparison.Ordinal);
                var methods = handler.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
                Assert.Equal("HandleAsync", Assert.Single(methods).Name);
                Assert.Equal(typeof(CancellationToken), methods[0].GetParameters()[^1].ParameterType);
                Assert.True(handler.GetConstructors().Single().GetParameters().Length <= 6, handler.Name);
            });

    /// <summary>Reflection counts an init accessor as a setter; records that are values and not entities may have them.</summary>
    [Fact]
    public void Entities_are_changed_through_their_methods_only() =>
        Assert.All(
            Domain.GetTypes().Where(t => t.IsAssignableTo(typeof(Entity)) && t is { IsAbstract: false }),
            entity =>
            {
                Assert.DoesNotContain(entity.GetProperties(), p => p.SetMethod is { IsPublic: true });
                Assert.Null(entity.GetConstructor(System.Type.EmptyTypes));
            });

    [Fact]
    public void Infrastructure_shows_its_registrations_and_start_up_only() =>
        Assert.All(
            Infrastructure.GetExportedTypes().Where(t => t.Namespace is not ("Medborgardialog.Infrastructure.EmbeddedPostgres" or "Medborgardialog.Infrastructure.Seeding")),
            t => Assert.Matches("(Registration|Startup)$", t.Name));

    /// <summary>Tag helpers are named so by the framework.</summary>
    [Fact]
    public void Names_say_what_a_type_is() =>
        Assert.All(
            new[] { Domain, Application, Infrastructure, Web }.SelectMany(a => a.GetTypes())
                .Where(t => t.Namespace?.StartsWith("Medborgardialog", StringComparison.Ordinal) == true && !t.Name.EndsWith("TagHelper", StringComparison.Ordinal)),
            t => Assert.DoesNotContain(BannedEndings, e => t.Name.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>A time-sortable id would tell when an answer came (rule R4).</summary>
    [Fact]
    public void Answers_never_get_a_time_sortable_id() =>
        Assert.All(
            SourceFiles("src").Where(f => Path.GetFileName(f).Contains("Ballot", StringComparison.Ordinal) || f.Contains("/Ballots/", StringComparison.Ordinal)),
            f => Assert.DoesNotContain("CreateVersion7", File.ReadAllText(f), StringComparison.Ordinal));

    /// <summary>The ballot box writes them, the gate reads them, the seeding and the schema know them; nobody else.</summary>
    [Fact]
    public void Only_the_ballot_box_and_the_gate_touch_answer_tables()
    {
        string[] allowed = ["BallotBox.cs", "BallotStatements.cs", "DisclosureGate.cs", "AnswerDrafts.cs", "BallotConfiguration.cs", "BallotFilling.cs"];
        Assert.All(
            SourceFiles("src").Where(f => !allowed.Contains(Path.GetFileName(f))),
            f => Assert.DoesNotMatch(@"\b(FROM|INTO|UPDATE|JOIN) (ballot|ballot_text|ballot_cast|participation|answer_draft)\b", File.ReadAllText(f)));
    }

    [Fact]
    public void No_session_state_is_set_on_a_connection() =>
        Assert.All(SourceFiles("src"), f => Assert.DoesNotMatch("\"\\s*SET (?!LOCAL)[a-z_]+ (=|TO) ", File.ReadAllText(f)));

    [Fact]
    public void Files_stay_small() =>
        Assert.All(
            SourceFiles("src").Select(f => (f, Max: 300)).Concat(SourceFiles("tests").Select(f => (f, Max: 500))),
            file => Assert.True(File.ReadLines(file.f).Count() <= file.Max, $"{file.f} has over {file.Max} lines"));

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories)
            .Select(f => f.Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Medborgardialog.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}

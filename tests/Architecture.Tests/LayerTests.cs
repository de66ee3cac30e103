using System.Reflection;
using System.Runtime.CompilerServices;
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

    [Fact]
    public void Only_Infrastructure_touches_jobs_and_the_database_driver() =>
        Assert.All(
            new[] { Domain, Application, Web },
            a => Assert.DoesNotContain(a.GetReferencedAssemblies(), r => r.Name!.StartsWith("Hangfire", StringComparison.Ordinal) || r.Name == "Npgsql"));

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

    /// <summary>A class that nobody inherits from says so. Views and migrations are generated; Program is the framework's.</summary>
    [Fact]
    public void Leaf_classes_are_sealed()
    {
        var classes = new[] { Domain, Application, Infrastructure, Web }.SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true } && t.Namespace?.StartsWith("Medborgardialog", StringComparison.Ordinal) == true && !t.Namespace.EndsWith(".Migrations", StringComparison.Ordinal))
            .ToList();
        var parents = classes.Select(c => c.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : c.BaseType).ToHashSet();

        var open = classes.Where(c => c is { IsAbstract: false, IsSealed: false } && !parents.Contains(c) && !c.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

        Assert.Empty(open.Select(c => c.FullName));
    }

    /// <summary>Migrations are written by the tool, which makes them public.</summary>
    [Fact]
    public void Infrastructure_shows_its_registrations_and_start_up_only() =>
        Assert.All(
            Infrastructure.GetExportedTypes().Where(t => t.Namespace is not ("Medborgardialog.Infrastructure.EmbeddedPostgres" or "Medborgardialog.Infrastructure.Seeding" or "Medborgardialog.Infrastructure.Persistence.Migrations")),
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
            Sources.Of("src").Where(f => Path.GetFileName(f).Contains("Ballot", StringComparison.Ordinal) || f.Contains("/Ballots/", StringComparison.Ordinal)),
            f => Assert.DoesNotContain("CreateVersion7", File.ReadAllText(f), StringComparison.Ordinal));

    /// <summary>The ballot box writes them, the gate reads them, the seeding and the schema know them, the sends ask who has taken part; nobody else.</summary>
    [Fact]
    public void Only_the_ballot_box_and_the_gate_touch_answer_tables()
    {
        string[] allowed = ["BallotBox.cs", "BallotSealing.cs", "BallotStatements.cs", "DisclosureGate.cs", "SurveyGate.cs", "AnswerDrafts.cs", "SendStatements.cs", "BallotConfiguration.cs", "BallotFilling.cs"];
        Assert.All(
            Sources.Of("src").Where(f => !allowed.Contains(Path.GetFileName(f))),
            f => Assert.DoesNotMatch(@"\b(FROM|INTO|UPDATE|JOIN) (ballot|ballot_text|ballot_cast|participation|answer_draft)\b", File.ReadAllText(f)));
    }
}

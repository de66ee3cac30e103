using System.Globalization;
using System.Net;
using System.Text;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>Every endpoint of the running application against <see cref="AuthorizationMatrix"/>, by real requests (trust P-01).</summary>
public class AuthorizationMatrixTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly Who[] Columns = [Who.Anonymous, Who.Resident, Who.Moderator, Who.Officer, Who.Secretary, Who.Member, Who.Chair, Who.Administrator];

    private IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. web.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().DistinctBy(e => (Address(e), Methods(e)))];

    private IEnumerable<RouteEndpoint> Named => Endpoints.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    [Fact]
    public void Every_address_has_a_row_and_every_row_an_address()
    {
        var there = Named.Select(Address).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var written = AuthorizationMatrix.Rows.Select(r => r.Address).ToList();

        Assert.Equal(written.Distinct(StringComparer.Ordinal).Count(), written.Count);
        Assert.True(!there.Except(written).Any(), "Without a row: " + string.Join(Environment.NewLine, there.Except(written)));
        Assert.True(!written.Except(there).Any(), "Without an address: " + string.Join(Environment.NewLine, written.Except(there)));
    }

    [Fact]
    public void Every_page_has_a_policy_or_is_open_in_writing()
    {
        var naked = Named
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && !e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null))
            .Select(Address);

        Assert.Empty(naked);
    }

    [Fact]
    public void Every_hub_says_who_may_listen() =>
        Assert.All(
            Named.Where(e => e.Metadata.GetMetadata<HubMetadata>() is not null),
            e => Assert.True(e.Metadata.GetMetadata<IAllowAnonymous>() is not null || e.Metadata.GetMetadata<IAuthorizeData>() is not null, Address(e)));

    [Fact]
    public void Static_files_are_open() =>
        Assert.All(
            Endpoints.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null),
            e => Assert.NotNull(e.Metadata.GetMetadata<IAllowAnonymous>()));

    [Fact]
    public async Task The_doors_open_for_exactly_those_in_the_table()
    {
        var table = AuthorizationMatrix.Rows.ToDictionary(r => r.Address, r => r.Allowed, StringComparer.Ordinal);
        var deviations = new List<string>();
        var tried = 0;
        foreach (var column in Columns)
        {
            using var visitor = await VisitorAsync(column);
            foreach (var endpoint in Named.Where(e => table.ContainsKey(Address(e))))
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post }.Where(m => Methods(endpoint) is "" || Methods(endpoint).Contains(m.Method, StringComparison.Ordinal)))
                {
                    tried++;
                    var opened = await OpensAsync(visitor, method, Example(endpoint.RoutePattern));
                    if (opened != table[Address(endpoint)].HasFlag(column))
                    {
                        deviations.Add($"{column} {method} {Address(endpoint)}: {(opened ? "came in" : "was kept out")}");
                    }
                }
            }
        }

        Assert.Empty(deviations);
        Assert.True(tried >= table.Count * Columns.Length, $"{tried} cells");
    }

    [Fact]
    public async Task The_document_says_what_the_table_says()
    {
        var file = Path.Combine(Root(), "docs", "authorization-matrix.md");
        var text = Print();
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") is not null)
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        }

        var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.True(text == written.ReplaceLineEndings("\n"), "Print it anew: WRITE_DOCS=1 dotnet test --project tests/Web.Tests");
    }

    private static string Address(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    /// <summary>Empty: any.</summary>
    private static string Methods(RouteEndpoint endpoint) =>
        string.Join(' ', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []);

    /// <summary>An address that matches the pattern and leads to nothing that exists.</summary>
    private static string Example(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Value(pattern, parameter),
            _ => "",
        }))));

    private static string Value(RoutePattern pattern, RoutePatternParameterPart parameter)
    {
        var constraints = pattern.ParameterPolicies.TryGetValue(parameter.Name, out var policies) ? policies.Select(p => p.Content ?? "").ToList() : [];
        return constraints.Contains("guid") ? Guid.CreateVersion7().ToString()
            : parameter.Name == "code" ? "404"
            : constraints.Contains("int") || constraints.Contains("long") ? "1"
            : constraints.Contains("length(1)") ? "a"
            : constraints.Find(c => c.StartsWith("regex(^(", StringComparison.Ordinal)) is { } oneOf ? oneOf["regex(^(".Length..].Split('|', ')')[0]
            : parameter.IsCatchAll ? "finns/inte"
            : "finns-inte";
    }

    /// <summary>Kept out means sent to sign in, or 401 or 403. Anything else, not found included, is behind the door.</summary>
    private static async Task<bool> OpensAsync(Visitor visitor, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        using var response = await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var toSignIn = response.StatusCode == HttpStatusCode.Found
            && response.Headers.Location!.ToString() is var to
            && to.StartsWith("/logga-in", StringComparison.Ordinal) && to.Contains("?till=", StringComparison.Ordinal);
        return !toSignIn && response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
    }

    private static string Print()
    {
        var text = new StringBuilder("# Vem som släpps in var\n\nUtskriven ur `tests/Web.Tests/AuthorizationMatrix.cs`, som jämförs med varje adress i den körande tillämpningen. ")
            .Append("Tabellen säger vem som kommer innanför dörren; vad man får göra där beror också på rådslagets skede och avgörs i handlarna.\n\n")
            .Append("| Adress | Utan inloggning | Invånare | Moderator | Kommunikatör | Nämndsekreterare | Ledamot | Ordförande | Systemförvaltare |\n")
            .Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach (var (address, allowed) in AuthorizationMatrix.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{address.Replace("|", "\\|", StringComparison.Ordinal)}` |").AppendJoin("", Columns.Select(c => allowed.HasFlag(c) ? " ja |" : " – |")).Append('\n');
        }

        return text.ToString();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Medborgardialog.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private async Task<Visitor> VisitorAsync(Who who) => who switch
    {
        Who.Anonymous => web.Anonymous(),
        Who.Resident => await web.ResidentAsync(),
        Who.Moderator => await web.StaffAsync(Role.Moderator),
        Who.Officer => await web.StaffAsync(Role.Officer),
        Who.Secretary => await web.StaffAsync(Role.CommitteeSecretary),
        Who.Member => await web.StaffAsync(Role.CommitteeMember),
        Who.Chair => await web.StaffAsync(Role.CommitteeMember, Role.CommitteeChair),
        Who.Administrator => await web.StaffAsync(Role.Administrator),
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };
}

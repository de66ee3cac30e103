namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The demo's staff as accounts of an identity provider.</summary>
/// <param name="ObjectId">The account's <c>oid</c>.</param>
/// <param name="UserName">For example <c>maria</c>.</param>
public sealed record DemoAccount(Guid ObjectId, string UserName, string Name, string Title)
{
    public static IReadOnlyList<DemoAccount> All { get; } =
        [.. StaffStep.People.Select(p => new DemoAccount(StaffStep.ObjectId(p.Name), p.Account, p.Name, p.Title))];
}

using Medborgardialog.TestSupport;

namespace Medborgardialog.Browser.Tests.Loop;

/// <summary>One rådslag that is played from draft to answer, and who plays it.</summary>
/// <param name="Script">False: everybody has JavaScript switched off.</param>
/// <param name="Say">Prints what is measured but not asserted.</param>
internal sealed record Story(SharedBrowser Browser, LoopFixture Web, string Slug, string Title, bool Script, Action<string> Say)
{
    public const string FirstOption = "A Bilfri gata";
    public const string SecondOption = "B Gata med träd";

    public string Public => $"/radslag/{Slug}";

    public string Work => $"/arbetsyta/radslag/{Slug}";

    public Task<Person> PersonAsync() => Person.AtAsync(Browser, Web, Script);

    public async Task<Person> StaffAsync(string name)
    {
        var person = await PersonAsync();
        await person.SignInAsStaffAsync(name);
        return person;
    }

    public async Task<Person> ResidentAsync(string name, string email)
    {
        var person = await PersonAsync();
        await person.SignInByMailAsync(Web, email, name);
        return person;
    }
}

/// <summary>Exempelby with its committee and its staff, jobs running.</summary>
public class LoopFixture : WebFixture
{
    protected override string? Scenario => "svara";
}

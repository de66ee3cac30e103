namespace Medborgardialog.Web.Pages.Panels;

/// <summary>The questions on the way in, one a page, in their order.</summary>
public enum JoinStep
{
    Age = 0,
    Role = 1,
    SignIn = 2,
    Name = 3,
    Background = 4,
    Guardian = 5,
    Check = 6,

    /// <summary>Too young or too old: other ways to be heard.</summary>
    Stop = 7,
}

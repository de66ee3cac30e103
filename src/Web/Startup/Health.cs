using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Medborgardialog.Web.Startup;

internal static class Health
{
    /// <summary>
    /// <c>/halsa</c>: the process answers; restart it when it does not. <c>/halsa/redo</c>: the database answers too; send no
    /// traffic here while it does not, but do not restart. Both are open and say one word.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/halsa", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/halsa/redo").AllowAnonymous();
    }
}

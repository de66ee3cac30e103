using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Promises;

namespace Medborgardialog.Web.Pages.Shared;

/// <summary>The question whether the promise was kept, for one receipt.</summary>
/// <param name="Choice">As chosen when something was wrong; null otherwise. What was said before is never shown.</param>
public sealed record PromiseFormView(string Code, PromiseStanding Promise, PromiseChoice? Choice, bool HasVoted);

using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Organisation;

/// <summary>There is no such committee, or it is not for the one who asks.</summary>
public sealed record CommitteeNotFound() : NotFoundError("committees.notFound");

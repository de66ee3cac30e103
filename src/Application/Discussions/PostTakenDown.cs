using Medborgardialog.Application.Common;

namespace Medborgardialog.Application.Discussions;

/// <summary>A post can no longer be read: what was copied from it goes too.</summary>
public sealed record PostTakenDown(Guid PostId) : IOutboxMessage;

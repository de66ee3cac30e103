namespace Medborgardialog.Domain.Common;

/// <summary>Something with a public, time-sortable identity. The id is never a permission.</summary>
public abstract class Entity
{
    public Guid Id { get; private protected set; } = Guid.CreateVersion7();
}

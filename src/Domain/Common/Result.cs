using System.Diagnostics.CodeAnalysis;

namespace Medborgardialog.Domain.Common;

/// <summary>The outcome of a use case or a domain method: a value, or the named error that explains why not.</summary>
public sealed class Result<T>
    where T : notnull
{
    private Result(T? value, Error? error)
    {
        Value = value;
        Error = error;
    }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public T? Value { get; }

    public Error? Error { get; }

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}

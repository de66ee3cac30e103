using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

/// <summary>A picture re-encoded from its pixels, so that it carries no metadata. Bytes never change; a new picture gets a new id.</summary>
public sealed class Picture : Entity
{
    private Picture()
    {
    }

    /// <param name="contentType"><c>image/webp</c>, <c>image/png</c>, <c>image/jpeg</c> or, for drawings shipped with the demo, <c>image/svg+xml</c>.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public Picture(byte[] bytes, string contentType, int width, int height)
    {
        Bytes = bytes;
        ContentType = contentType;
        Width = width;
        Height = height;
    }

    public byte[] Bytes { get; private set; } = [];

    public string ContentType { get; private set; } = "";

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Variant for dark surfaces, where one has been drawn.</summary>
    public Guid? DarkId { get; private set; }

    public void SetDark(Guid darkId) => DarkId = darkId;
}

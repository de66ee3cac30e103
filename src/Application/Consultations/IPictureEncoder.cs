using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <summary>
/// Makes a picture that can be shown to anyone out of an uploaded file: read as pixels, turned the right way up,
/// at most 1,600 pixels on the longer side, written anew as JPEG or WebP without any metadata.
/// Errors: <see cref="PictureTooLarge"/>, <see cref="PictureUnreadable"/>, <see cref="PictureTooManyPixels"/>.
/// </summary>
public interface IPictureEncoder
{
    Result<Picture> Encode(byte[] file);
}

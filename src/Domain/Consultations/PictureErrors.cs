using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

public sealed record PictureNotFound() : NotFoundError("picture.notFound");

/// <summary>The file is larger than 10 MB.</summary>
public sealed record PictureTooLarge() : RuleError("picture.tooLarge");

/// <summary>Not a JPEG, PNG or WebP, whatever its name says, or damaged.</summary>
public sealed record PictureUnreadable() : RuleError("picture.unreadable");

/// <summary>More pixels than a camera gives; decoding it could take all memory.</summary>
public sealed record PictureTooManyPixels() : RuleError("picture.tooManyPixels");

using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <param name="File">The uploaded file, as it came.</param>
public sealed record SetOptionPictureCommand(string Slug, uint Version, Guid OptionId, byte[] File);

/// <summary>
/// Gives an option its picture. A picture that was there stays stored: an approved text may refer to it.
/// Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>, <see cref="PictureTooLarge"/>,
/// <see cref="PictureUnreadable"/>, <see cref="PictureTooManyPixels"/>.
/// </summary>
public sealed class SetOptionPictureHandler(IAppDbContext db, ConsultationDesk desk, IPictureEncoder encoder) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(SetOptionPictureCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.picture", "",
            consultation => Change(consultation, command),
            cancellationToken);

    private Result<Done> Change(Consultation consultation, SetOptionPictureCommand command)
    {
        var encoded = encoder.Encode(command.File);
        if (!encoded.IsSuccess)
        {
            return encoded.Error;
        }

        var set = consultation.SetOptionPicture(command.OptionId, encoded.Value.Id);
        if (set.IsSuccess)
        {
            db.Set<Picture>().Add(encoded.Value);
        }

        return set;
    }
}

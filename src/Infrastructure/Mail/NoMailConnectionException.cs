namespace Medborgardialog.Infrastructure.Mail;

/// <summary>The mail server does not answer or lets nobody in, so it is certain that nothing was handed over.</summary>
internal sealed class NoMailConnectionException(Exception cause) : Exception("There is no connection to the mail server.", cause);

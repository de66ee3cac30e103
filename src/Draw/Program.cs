using Medborgardialog.Domain.Draws;
using Medborgardialog.Draw;
using Medborgardialog.Infrastructure.Draws;
using Microsoft.Extensions.DependencyInjection;

// dotnet run --project src/Draw -- --respondents FILE --categories FILE --size N --seed TEXT
await using var parts = new ServiceCollection().AddDraws().BuildServiceProvider();
using var enough = new CancellationTokenSource();

// The first Ctrl+C keeps what has been found, the second ends at once.
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !enough.IsCancellationRequested;
    enough.Cancel();
};
return new DrawCommand(parts.GetRequiredService<ISolver>(), Console.Out, TimeProvider.System).Run(args, enough);

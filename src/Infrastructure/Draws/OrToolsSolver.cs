using Google.OrTools.Init;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Infrastructure.Draws;

/// <summary>OR-Tools: GLOP for linear programmes, CP-SAT for whole numbers. One thread, fixed seeds, limits counted in work and not in seconds.</summary>
internal sealed class OrToolsSolver : ISolver
{
    public string Name => $"OR-Tools {OrToolsVersion.VersionString()} (GLOP, CP-SAT)";

    public IIntegerProgram NewIntegerProgram(IntegerModel model) => new CpSatProgram(model);

    public ILinearProgram NewLinearProgram() => new GlopProgram();
}

using Google.OrTools.Init;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Infrastructure.Draws;

/// <summary>OR-Tools: GLOP for linear programmes, SCIP for whole numbers. One thread, fixed seeds, limits counted in work and not in seconds.</summary>
internal sealed class OrToolsSolver : ISolver
{
    public string Name => $"OR-Tools {OrToolsVersion.VersionString()} (GLOP, SCIP)";

    public IIntegerProgram NewIntegerProgram(IntegerModel model) => new ScipProgram(model);

    public ILinearProgram NewLinearProgram() => new GlopProgram();
}

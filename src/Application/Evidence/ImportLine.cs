using Medborgardialog.Domain.Evidence;

namespace Medborgardialog.Application.Evidence;

/// <summary>One row of what is to be imported, whatever way it came.</summary>
/// <param name="Number">Line of the file, from 1 with the headings; in what other systems send the index of the row, from 0.</param>
/// <param name="Cells">By the key of the column, see <see cref="LedgerColumns"/>.</param>
internal sealed record ImportLine(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>Something to mend.</summary>
/// <param name="Line">As <see cref="ImportLine.Number"/>.</param>
/// <param name="Column">The heading; empty for the row as a whole.</param>
/// <param name="Code">Resource key.</param>
/// <param name="Other">{0} of the sentence; empty where it has no gap.</param>
public sealed record ImportRowError(int Line, string Column, string Code, string Other = "");

/// <summary>What one service says in what was read.</summary>
internal sealed record ServiceSignals(string Service, IReadOnlyList<EvidenceSignal> Signals);

internal sealed record ImportReading(IReadOnlyList<ServiceSignals> Services, IReadOnlyList<ImportRowError> Errors, int Lines);

/// <summary>What an import would do to one source, or has done.</summary>
/// <param name="Source">Id of the source, which is the same for every import of the same kind and service.</param>
/// <param name="From">First day of all that it says.</param>
/// <param name="Added">Rows that the ledger did not have.</param>
/// <param name="Revised">Rows that say another number than before.</param>
/// <param name="Unchanged">Rows that say the same.</param>
public sealed record ImportEffect(Guid Source, string Service, DateOnly From, DateOnly To, int Added, int Revised, int Unchanged);

/// <summary>What a dry run found.</summary>
/// <param name="Errors">The first <see cref="MostShown"/>, in the order of the file.</param>
/// <param name="ErrorCount">All of them. Zero when it can be imported.</param>
/// <param name="Lines">Rows that were read.</param>
/// <param name="Effects">By service; empty where there are errors.</param>
public sealed record EvidenceChecked(IReadOnlyList<ImportRowError> Errors, int ErrorCount, int Lines, IReadOnlyList<ImportEffect> Effects)
{
    public const int MostShown = 200;
}

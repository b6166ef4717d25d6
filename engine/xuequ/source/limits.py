"""What one file may hold at most. The longest scheme seen has 60 kB and nine levels."""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1024 * 1024
#: Larger files are refused before anything is done with them.
MOST_MEGABYTES: Final = 10
#: Collections within collections.
DEEPEST: Final = 100
#: Values that aliases may add to a file, each alias counted with everything it stands for.
MOST_ALIASED: Final = 100_000
#: A file with more problems than this is not one that somebody will mend problem by problem.
MOST_FINDINGS: Final = 1000
#: What an XLSX file may grow to when it is unpacked.
MOST_UNPACKED: Final = 200 * MEGABYTE
#: Rows of a table. The largest cities have some 4,000 schools, the largest provinces under 30,000.
MOST_ROWS: Final = 30_000
#: Columns of a sheet; what stands to their right is not read.
MOST_COLUMNS: Final = 1000
#: Cells that the merged ranges of a sheet may cover.
MOST_CELLS: Final = 3_000_000

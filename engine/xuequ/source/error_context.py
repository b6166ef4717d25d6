"""Where libyaml complained, and what stands around it."""

from __future__ import annotations

from xuequ.findings.finding import Place, Position, Span
from xuequ.findings.record import record
from xuequ.source.events import Point


@record
class Site:
    """Where libyaml complained: the lines, the place of the problem, and the place where its construct began."""

    file: str
    lines: list[str]
    problem: Point
    context: Point

    def line(self, point: Point) -> str:
        """The line of a point."""
        return self.lines[point.line] if point.line < len(self.lines) else ""

    def sign(self, point: Point) -> str:
        """The character at a point, empty at the end of a line."""
        return self.line(point)[point.column : point.column + 1]

    def place(self, line: int, column: int, width: int = 1) -> Place:
        """A stretch of one line; line and column from 0."""
        start = Position(line + 1, column + 1)
        return Place(file=self.file, span=Span(start, Position(line + 1, column + 1 + width)))

    def at(self, point: Point, width: int = 1) -> Place:
        """A stretch that begins at a point; the end of the text is shown behind its last line."""
        last = max((n for n, line in enumerate(self.lines) if line.strip()), default=0)
        if point.line > last:
            return self.place(last, len(self.lines[last].rstrip()))
        return self.place(point.line, point.column, width)

    def above(self, line: int) -> int:
        """The nearest line above that is neither blank nor a comment, or -1."""
        above = (n for n in range(line - 1, -1, -1) if self.lines[n].split("#")[0].strip())
        return next(above, -1)

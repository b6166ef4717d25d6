"""Templates and Markdown into blocks: what stands in a text, whatever it is written as."""

#: Stands where the source says nothing.
NOTHING = "—"

"""Tables that people fill in: what stands in them, and how a sheet of a workbook shows it."""

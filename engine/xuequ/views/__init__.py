"""What each document says, as frozen values of plain strings; one module a document."""

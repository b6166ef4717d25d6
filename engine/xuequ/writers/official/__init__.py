"""What a Word file in the form of official documents is made of: styles, head, signature, last lines, page numbers."""

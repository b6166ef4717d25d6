"""The school calendar, rhythms into windows, shares into numbers."""

"""How much: numerals, units, quantities and amounts, and how they are said."""

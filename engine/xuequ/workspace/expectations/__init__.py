"""What a drafter expects of a scheme, and whether it holds."""

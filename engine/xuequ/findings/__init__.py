"""What is wrong with a drafter's file, as values, and how it is shown."""

"""Changes to a drafter's file: new, format, translate, fix."""

"""What a school-governance scheme says, checked, resolved and rendered."""

"""Tables of other programs → a new workspace that builds at once."""

"""Tables of other programs, or the example → a new workspace that builds at once."""

"""Products on disk: written beside, then renamed; a manifest tells what they were made from."""

"""What the figures share: where labels stand, the sheet, lines and bars, and how a figure is told."""

"""Pure mathematics: arrays in, arrays out. Knows none of ours."""

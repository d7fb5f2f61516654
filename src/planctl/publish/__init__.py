"""The way out: a plan as a neutral table, and one writer for each format."""

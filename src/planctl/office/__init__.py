"""Files that office programs write, opened without trusting them: below what reads and writes."""

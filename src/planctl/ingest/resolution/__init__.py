"""The text of a resolution, read: its blocks, its operative clauses, and a plan drafted of them."""

"""The plan repository on disk: found, read fast, edited in place."""

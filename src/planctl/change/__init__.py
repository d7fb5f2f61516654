"""What an edit would change, worked out on plans before any text is touched. Pure."""

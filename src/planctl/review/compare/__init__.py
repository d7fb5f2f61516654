"""What is different between two states of plans: a comparison of meaning, not of lines."""

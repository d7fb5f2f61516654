"""What was found in documents beside the plans: where it is cited, and where it may belong."""

"""What can be said about plans: pure functions from plans to findings. Nothing here writes."""

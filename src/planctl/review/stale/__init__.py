"""What has not moved: ongoing activities about which nothing new is said, and why that is so.

Only activities that are ongoing are looked at, and those not started for whether they are overdue.
What is completed, suspended or superseded is never flagged.
"""

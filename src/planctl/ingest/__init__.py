"""The way in: published tables become plans. What is not recognised stays text, exactly."""

"""The way of a document into the plans: what its tables make of them, and what is to be said."""

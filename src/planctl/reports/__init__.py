"""What is told of plans, as a document, and a writer for each form that it can be printed in."""

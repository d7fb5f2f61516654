"""How fast planctl is beside an empty Python and other tools: ``python -m tests.bench``."""

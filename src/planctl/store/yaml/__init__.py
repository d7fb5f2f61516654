"""YAML text: read strictly, edited in place, written in the style of the house."""

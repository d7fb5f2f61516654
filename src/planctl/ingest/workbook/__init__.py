"""Excel workbooks: each sheet a grid, its texts as they are, its numbers and dates as shown.

What planctl's own export writes comes back as it was: the signs of lists in front of a line are
labels again. Formulas are not computed, and what they showed when the file was saved is not read.

``values`` makes text of what a cell holds, ``sheet`` a grid of the cells, ``document`` the whole.
"""

"""Word documents, read as a person sees them: changes accepted or rejected, lists numbered.

``parts`` hands out paragraphs and rows, ``branches`` looks through what only wraps them,
``inline`` reads what is in a paragraph and ``fields`` what a field shows; ``styles``, ``lists``
and ``figures`` tell its style and number; ``flow`` and ``rows`` make lines and grids of them, and
``document`` the whole.
"""

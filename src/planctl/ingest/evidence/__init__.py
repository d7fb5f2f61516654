"""What in a document could be evidence, each with the sentence it stands in, and where.

One module a kind of evidence; :func:`planctl.ingest.evidence.reading.read` asks them all.
"""

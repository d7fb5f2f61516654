"""What can be said about plans. Nothing here writes a plan.

Pure functions from plans to remarks, but for ``validate``, which reads the files.
"""

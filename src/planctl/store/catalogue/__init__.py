"""A catalogue of ITU's publications on the user's own disk: Relaton's data, one file a document.

It is never shipped and never fetched. Which folder is in use, each clone of the plans knows by
itself (:mod:`pointer`); what is looked up is an index in the user's cache (:mod:`index`), made once
and made anew when the folder has changed.
"""

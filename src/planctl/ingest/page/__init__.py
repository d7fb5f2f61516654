"""Web pages and mail in HTML: what a browser shows of them, as lines and tables.

The page is read event by event, as the parser of libxml2 corrects it, and never held as a tree:
``frames`` says what an element means for the text in it, ``text`` makes a paragraph, ``lists``
counts, ``tables`` places cells, and ``events`` puts them in their order.
"""

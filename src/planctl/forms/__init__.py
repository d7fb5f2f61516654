"""Forms: what responsible bodies are asked about their items, and what they send back.

``columns`` says what stands in a form, ``question`` and ``sent`` what was asked and what a form
carries unseen, ``asking`` which body is asked what; ``workbook`` and ``paper`` draw forms as Excel
and Word files. On the way back ``reading`` opens a file, ``answered`` and ``answers`` make plan
data of what was filled in, ``collecting`` looks at all forms together, and ``merging`` holds each
answer against what was sent and against the plan as it is now.
"""

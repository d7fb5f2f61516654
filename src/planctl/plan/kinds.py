"""What the kinds of deliverables are called in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

KIND_WORDS = {
    "recommendation": ("Recommendation", "Recommendations"),
    "supplement": ("Supplement", "Supplements"),
    "amendment": ("Amendment", "Amendments"),
    "corrigendum": ("Corrigendum", "Corrigenda"),
    "erratum": ("Erratum", "Errata"),
    "annex": ("Annex", "Annexes"),
    "appendix": ("Appendix", "Appendices"),
    "series": ("series of Recommendations", "series of Recommendations"),
    "work-item": ("work item", "work items"),
    "technical-report": ("Technical Report", "Technical Reports"),
    "focus-group-output": ("focus group output", "focus group outputs"),
    "liaison-statement": ("liaison statement", "liaison statements"),
    "document": ("meeting document", "meeting documents"),
    "circular": ("circular", "circulars"),
    "partner-standard": ("partner standard", "partner standards"),
    "report": ("report", "reports"),
    "event": ("event", "events"),
    "workshop": ("workshop", "workshops"),
    "webinar": ("webinar", "webinars"),
    "forum": ("forum", "forums"),
    "symposium": ("symposium", "symposia"),
    "conference": ("conference", "conferences"),
    "seminar": ("seminar", "seminars"),
    "session": ("session", "sessions"),
    "panel": ("panel", "panels"),
    "training": ("training", "trainings"),
    "meeting": ("meeting", "meetings"),
    "web-page": ("web page", "web pages"),
    "initiative": ("initiative", "initiatives"),
    "other": ("other", "others"),
}
"""One and several of each kind of the schema, in the order in which a sentence names them."""


def counted(kinds: Iterable[str]) -> str:
    """So many of each kind, the most first: "4 Recommendations, 3 liaison statements".

    What has no kind that is known ("") counts among the others, which come last.
    """
    numbers = Counter(kind if kind in KIND_WORDS else "other" for kind in kinds)
    places = {kind: place for place, kind in enumerate(KIND_WORDS)}
    order = sorted(numbers, key=lambda one: (one == "other", -numbers[one], places[one]))
    return ", ".join(f"{numbers[one]} {KIND_WORDS[one][numbers[one] > 1]}" for one in order)

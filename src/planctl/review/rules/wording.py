"""Rules about the wording: marks that do not pair, names spelled in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from sys import intern

from planctl.finding import WARNING
from planctl.patterns import late
from planctl.plan.model import Path, Plan
from planctl.plan.prose import fold, plain, short
from planctl.review.rules.rule import Fact, Remark, across, rule
from planctl.review.rules.survey import Text, place, survey

# What each mark may close: „ is closed by “, a straight mark by another.
_OPENERS = {"”": "“„", ")": "(", "]": "[", "»": "«", "“": "„", "》": "《", '"': '"'}
_CAN_OPEN = '“("[«„《'
_MARKS = late('[“”"()\\[\\]«»„《》]')
_QUOTES = '“”"«»„《》'
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"), ("《", "》"), ("（", "）"), ("„", "“"))
_WIDE = str.maketrans("（）", "()")
_ITEM_LABEL = late(r"(?:^|\s)(?:[0-9]{1,3}|[A-Za-z]|[ivx]{1,5})\Z")
_LETTER_LABEL = late(r"(?:^|\s)(?:[a-z]|[ivx]{1,5})\Z")
# After what may be an inch mark in a quotation: the end of that, as in "a 5" screen".
_CLOSES_NEXT = late(r'"(?:[^"“]*[\w.,;!?])"')
_SMILEY = late(r"(?<!\S)(?::-?[()]|;-?\)|\(-?:)(?!\w)")
_EXCERPT = 40


@rule(WARNING)
def unbalanced_marks(plan: Plan) -> Iterator[Remark]:
    """Quotation marks or brackets do not pair, or a quotation opens with “ and closes with "."""
    seen = survey(plan)
    contents = [text[2] for text in seen.texts]
    suspects: set[int] = set()
    # Marks that are as many on both sides and begin in order pair, in all likelihood.
    for opener, closer in _PAIRS:
        if opener in seen.said or closer in seen.said:
            suspects.update(
                at
                for at, content in enumerate(contents)
                if (opener in content or closer in content)
                and (
                    content.count(opener) != content.count(closer)
                    or content.find(opener) > content.find(closer)
                )
            )
    if '"' in seen.said:
        suspects.update(at for at, content in enumerate(contents) if content.count('"') % 2)
    for at in sorted(suspects):
        if fault := _fault(contents[at].translate(_WIDE)):
            yield Remark(place(seen.texts[at]), fault)


def _fault(text: str) -> str:
    """What is wrong with the first mark that has no partner, "" where all have."""
    text = _SMILEY.sub("", text)
    opened, closed = _unpaired(text)
    marks = {text[at] for at in opened}
    if {"“", '"'} <= marks:
        curly = next(at for at in opened if text[at] == "“")
        return f'a quotation opens with “ and closes with ": {short(text[curly:], _EXCERPT)}'
    if opened:
        mark = text[opened[0]]
        excerpt = short(text[opened[0] :], _EXCERPT)
        return f"the {_kind(mark)} is opened but not closed: {excerpt}"
    if closed:
        end = closed[0] + 1
        excerpt = plain(text[max(0, end - _EXCERPT) : end])
        cut = excerpt if end <= _EXCERPT else f"…{excerpt.partition(' ')[2]}"
        return f"the {_kind(text[closed[0]])} is closed but not opened: {cut}"
    return ""


def _unpaired(text: str) -> tuple[list[int], list[int]]:
    """Where the marks stand that open and are not closed, and those that close and never opened."""
    waiting: dict[str, list[int]] = {}
    closed: list[int] = []
    inches: list[int] = []
    odd = text.count('"') % 2 == 1  # else straight marks pair, in all likelihood
    spare = 0  # brackets that a label like "a)" took from the bracket around it
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        opener = next((one for one in _OPENERS.get(mark, ()) if waiting.get(one)), None)
        if mark == '"' and odd and _is_inch(text, at, bool(opener)):
            inches.append(at)
        elif opener:
            waiting[opener].pop()
            spare += mark == ")" and _is_label(_LETTER_LABEL, text, at)
        elif mark in _CAN_OPEN:
            waiting.setdefault(mark, []).append(at)
        elif mark != ")" or not (spare or _is_label(_ITEM_LABEL, text, at)):
            closed.append(at)
        elif not _is_label(_ITEM_LABEL, text, at):
            spare -= 1
    opened = [at for places in waiting.values() for at in places]
    if waiting.get("“"):
        opened += inches  # what looked like one is the end of that quotation
    return sorted(opened), closed


def _is_inch(text: str, at: int, within: bool) -> bool:
    """Whether the straight mark at ``at`` is one of length; ``within`` a quotation it may end."""
    if not text[at - 1 : at].isdigit():
        return False
    return not within or _CLOSES_NEXT.match(text, at) is not None


def _is_label(label: re.Pattern[str], text: str, at: int) -> bool:
    return label.search(text[max(0, at - 6) : at]) is not None


def _kind(mark: str) -> str:
    return f"{'quotation mark' if mark in _QUOTES else 'bracket'} {mark}"


# A capital letter that begins a word, and small letters to its end.
_NAME = late(r"[A-ZÀ-ÖØ-ÞΑ-ΩА-Я](?<![\w@./-].)[^\W\d_A-ZÀ-ÖØ-ÞΑ-ΩА-Я]{4,}(?!\w)")
# A word is known when it is spelled so this often.
_KNOWN = 3
# Of shorter words that differ in one letter, both are words ("Smart", "Start").
_SUBSTITUTED_LENGTH = 7
_ENDINGS = late(r"(?:s|es|d|ed|ing|ly|al|n|an|r|er|y|e)\Z")


def _names(plan: Plan) -> Iterator[Fact]:
    """The names in a plan's reports, as one fact: name, count, and where it is if it is there once.

    The place is a path joined by "/": few of them are different, so that many plans share them.
    """
    counts: dict[str, int] = {}
    last: dict[str, Text] = {}
    for text in survey(plan).reports:
        for name in _names_in(text[2]):
            counts[name] = counts.get(name, 0) + 1
            last[name] = text
    value: list[str | int] = []
    for name, count in counts.items():
        where = intern("/".join(map(str, place(last[name])))) if count == 1 else ""
        value += (intern(name), count, where)
    if value:
        yield Fact(plan.key, plan.key, (), tuple(value))


@lru_cache(maxsize=16384)
def _names_in(text: str) -> list[str]:
    """The names in a text; plans that name one document have its title in common."""
    return _NAME.findall(text)


@across(WARNING, _names)
def spelling_variant(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """A name is spelled in one place only, and several times in a way that differs by one letter.

    Looked at over the reports of all plans. Words of five letters and more that begin with a
    capital letter; endings (-s, -ed, -al …) do not count as a difference.
    """
    counts: Counter[str] = Counter()
    single: dict[str, tuple[Fact, str]] = {}
    for fact in facts:
        value = fact.value
        for name, count, where in zip(value[::3], value[1::3], value[2::3], strict=True):
            counts[str(name)] += int(count)
            if where:
                single[str(name)] = (fact, str(where))
    known: dict[tuple[str, int], list[str]] = {}
    for name, count in counts.items():
        if count >= _KNOWN:
            known.setdefault((fold(name[0]), len(name)), []).append(name)
    for name, (fact, where) in single.items():
        if counts[name] > 1:
            continue
        near = [
            other
            for length in (len(name) - 1, len(name), len(name) + 1)
            for other in known.get((fold(name[0]), length), ())
            if _is_variant(name, other)
        ]
        if near:
            usual = max(near, key=lambda other: counts[other])
            yield (
                fact._replace(path=_path(where)),
                f"“{name}” is spelled so in this place only, and “{usual}” in "
                f"{counts[usual]} places; correct it, or leave it if both are right",
            )


def _path(where: str) -> Path:
    return tuple(int(step) if step.isdecimal() else step for step in where.split("/"))


def _is_variant(one: str, other: str) -> bool:
    """Whether two names are one but for an accent or a letter that is missing, added or wrong."""
    first, second = sorted((fold(one), fold(other)), key=len)
    if first == second:
        return True
    same = next((at for at, letter in enumerate(first) if letter != second[at]), len(first))
    if len(first) < len(second):
        ending = second[same:] if same == len(first) else ""
        return first[same:] == second[same + 1 :] and not _ENDINGS.fullmatch(ending)
    if (
        first[same + 2 :] == second[same + 2 :]
        and first[same : same + 2] == second[same : same + 2][::-1]
    ):
        return True
    return first[same + 1 :] == second[same + 1 :] and len(first) >= _SUBSTITUTED_LENGTH

"""What became of the clauses of one edition in the next."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.succession import Succession, Unit, successions

Pairs = list[tuple[tuple[int, ...], tuple[int, ...]]]


def found(old: list[str], new: list[str]) -> Pairs:
    units = [[Unit("resolves", text) for text in side] for side in (old, new)]
    return [tuple(one) for one in successions(*units)]  # type: ignore[misc]


STUDY = "to study how much power base stations draw at night in rural areas"
PUBLISH = "to publish the figures on a web page that everybody can read, every year"
TRAIN = "to train operators in developing countries in the use of quiet hours"


def test_unchanged_renumbered_modified_new_and_deleted() -> None:
    assert found([STUDY, PUBLISH], [STUDY, PUBLISH]) == [((0,), (0,)), ((1,), (1,))]
    assert found([STUDY, PUBLISH], [TRAIN, PUBLISH, STUDY]) == [
        ((), (0,)),
        ((1,), (1,)),
        ((0,), (2,)),
    ]
    modified = STUDY.replace("at night in rural areas", "by day and by night, in all areas")
    assert found([STUDY, PUBLISH], [modified]) == [((0,), (0,)), ((1,), ())]


def test_split_and_merged() -> None:
    whole = f"{STUDY}, and {PUBLISH}"
    assert found([whole, TRAIN], [STUDY, PUBLISH, TRAIN]) == [((0,), (0, 1)), ((1,), (2,))]
    assert found([STUDY, TRAIN, PUBLISH], [whole, TRAIN]) == [((0, 2), (0,)), ((1,), (1,))]
    three = f"{STUDY}; {PUBLISH}; {TRAIN}"
    assert found([three], [STUDY, PUBLISH, TRAIN]) == [((0,), (0, 1, 2))]


def test_chinese_is_compared_by_its_characters() -> None:
    old = ["鼓励提高电信的能效，以减少温室气体排放；", "宣传在弥合差距中使用可持续的服务；"]
    new = ["培训操作人员；", old[1], "鼓励提高电信和网络的能效，以减少温室气体的排放；"]
    assert found(old, new) == [((), (0,)), ((1,), (1,)), ((0,), (2,))]
    assert found(["".join(old)], old) == [((0,), (0, 1))]


def test_the_same_words_under_two_blocks() -> None:
    old = [Unit("instructs TSAG", "to report"), Unit("instructs the Director of TSB", "to report")]
    assert successions(old, old[::-1]) == [Succession((1,), (0,)), Succession((0,), (1,))]


@st.composite
def editions(draw: st.DrawFn) -> tuple[list[str], list[str], Pairs]:
    """Two editions with clauses that share next to nothing, and what became of each."""
    many = draw(st.integers(0, 12))
    sizes = draw(st.lists(st.integers(6, 14), min_size=many, max_size=many))
    texts = [
        " ".join(["to the of", *(f"w{at}x{word}" for word in range(size))])
        for at, size in enumerate(sizes)
    ]
    fates = draw(st.lists(st.sampled_from(["kept"] * 4 + ["deleted", "split", "modified"]),
                          min_size=many, max_size=many))  # fmt: skip
    pieces: list[tuple[tuple[int, ...], int, str]] = []
    for at, (text, fate) in enumerate(zip(texts, fates, strict=True)):
        words = text.split()
        middle = 3 + (len(words) - 3) // 2
        if fate == "split":
            pieces += [((at,), 0, " ".join(words[:middle])), ((at,), 1, " ".join(words[middle:]))]
        elif fate == "modified":
            pieces.append(((at,), 0, " ".join([*words[:-1], f"changed{at}"])))
        elif fate == "kept":
            pieces.append(((at,), 0, text))
    pieces += [((), at, f"to the of {' '.join(f'new{at}y{word}' for word in range(8))}")
               for at in range(draw(st.integers(0, 4)))]  # fmt: skip
    pieces = draw(st.permutations(pieces))
    places: dict[tuple[int, ...], list[int]] = {}
    truth: Pairs = []
    for place, (old, _, _) in enumerate(pieces):
        if old:
            places.setdefault(old, []).append(place)
        else:
            truth.append(((), (place,)))
    truth += [(old, tuple(sorted(new))) for old, new in places.items()]
    truth += [((at,), ()) for at, fate in enumerate(fates) if fate == "deleted"]
    return texts, [text for _, _, text in pieces], truth


@settings(max_examples=120, deadline=None)
@given(editions())
def test_what_became_of_the_clauses_is_recovered(case: tuple[list[str], list[str], Pairs]) -> None:
    old, new, truth = case
    assert sorted(found(old, new)) == sorted(truth)
    back = [(after, before) for before, after in truth]
    assert sorted(found(new, old)) == sorted(back)


def test_many_clauses_that_share_little_take_no_time_without_end() -> None:
    old = [f"to do thing{n} for body{n % 50} before year{n % 20} ends" for n in range(1500)]
    assert len(found(old, [f"{text} again" for text in reversed(old)])) == 1500

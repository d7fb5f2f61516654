from __future__ import annotations

import pytest

from planctl.plan import identifiers
from planctl.plan.editions import date_in


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("T.4 (07/2003)", "2003-07"),
        ("K.52 (2018)", "2018"),
        ("K.52 (2018-09)", "2018-09"),
        ("G.711 (11/88)", "1988-11"),
        ("T.4 (07/03)", "2003-07"),
        ("K.52 (2018) Amd. 1 (09/2018)", "2018-09"),
        ("K.52 (2018) Amd. 1", ""),
        ("Amendment 1 to ITU-T K.52 (2018)", ""),
        ("K Suppl. 14 (09/2019)", "2019-09"),
        ("K.Suppl.14 (09/2019) to ITU-T K.series", "2019-09"),
        ("L.Suppl.37 to ITU-T L.1470 (2020)", ""),
        ("ISO/IEC 15444-1:2019", "2019"),
        ("T22-TSAG-221212-TD-GEN-0011-R1", "2022-12-12"),
        ("T22-TSAG-221312-TD-GEN-0011-R1", ""),
        ("SG5-LS184", ""),
        ("K.52", ""),
        ("L.EE_slicing", ""),
    ],
)
def test_the_date_in_a_name(name: str, date: str) -> None:
    identifier = identifiers.parse(name)
    assert identifier is not None
    assert date_in(identifier) == date

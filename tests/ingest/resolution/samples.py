"""Resolutions that nobody adopted, written for the tests."""

from __future__ import annotations

from planctl.ingest.document import Document, Line
from planctl.publish.table import Run

ENGLISH = """\
RESOLUTION 301 (Rev. Lisbon, 2023)
Quiet hours for base stations
(Nairobi, 2019; Lisbon, 2023)
The World Telecommunication Standardization Assembly (Lisbon, 2023),

considering
a)\tthat base stations draw power at night;
b)\tthat few calls are made then,
noting further
that some operators have begun,
resolves
1\tto study how much power is drawn at night;
2\tto publish what is found, in particular:
i)\tfor rural areas;
ii)\tfor cities;
3\tto review the figures every year,
instructs the Director of the Telecommunication Standardization Bureau, in collaboration with \
the Directors of the other Bureaux
1\tto collect figures;
2\tto report to TSAG,
instructs the Telecommunication Standardization Advisory Group
to coordinate the work,
invites Member States and Sector Members
1\tto send figures:
–\tper month;
–\tper site;
2\tto try quiet hours.
"""

CHINESE = """\
第301号决议（2023年，里斯本，修订版）
基站的安静时段
世界电信标准化全会（2019年，内罗毕2023年，里斯本），
考虑到
a)\t基站在夜间耗电；
b)\t夜间通话很少，
做出决议
1\t公布研究结果；
12\t研究夜间的耗电量，
责成电信标准化局主任与无线电通信局主任协作
1\t收集数据；
2\t编写报告：
i)\t按月；
ii)\t按站点；
3\t培训操作人员；
34\t每年更新数据[footnoteRef:1]1； [1: 1\t首次更新在2024年。]
45\t向全会报告，
请成员国
提交数据。
"""


def document(text: str) -> Document:
    """A text file as its reader gives it."""
    return Document(
        tuple(Line((Run(words),), place=at) for at, words in enumerate(text.split("\n"), 1))
    )

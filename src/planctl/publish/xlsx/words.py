"""What the workbook says beside the headings of the annexes, in the six languages of the Union.

As in ``publish.languages``, all but the English words wait for a reviewer.
"""

from __future__ import annotations

from typing import NamedTuple


class SheetWords(NamedTuple):
    """The name of the first sheet, and the headings that only the workbook has."""

    summary: str
    order: str
    key: str
    resolution: str
    lead: str
    instructed: str
    cooperating: str
    reporting: str
    activities: str


WORDS = {
    "en": SheetWords(
        *("Summary", "Order", "Key", "Resolution", "Lead", "Instructed or invited"),
        *("Cooperating", "To report", "Activities"),
    ),
    "fr": SheetWords(
        *("Résumé", "Ordre", "Clé", "Résolution", "Responsable", "Chargés ou invités"),
        *("Collaborateurs", "Rapports à faire", "Activités"),
    ),
    "es": SheetWords(
        *("Resumen", "Orden", "Clave", "Resolución", "Responsable", "Encargados o invitados"),
        *("Colaboradores", "Informes", "Actividades"),
    ),
    "ru": SheetWords(
        *(
            "Сводка",
            "Порядок",
            "Ключ",
            "Резолюция",
            "Ответственный",
            "Кому поручено или предложено",
        ),
        *("Сотрудничают", "Отчетность", "Виды деятельности"),
    ),
    "zh": SheetWords(
        *("概要", "顺序", "标识", "决议", "牵头方", "责成或请", "合作方", "须报告", "活动"),
    ),
    "ar": SheetWords(
        *("ملخص", "الترتيب", "المفتاح", "القرار", "الجهة الرائدة", "المكلفون أو المدعوون"),
        *("المتعاونون", "التقارير المطلوبة", "الأنشطة"),
    ),
}
"""The words by the codes that ``--lang`` takes."""

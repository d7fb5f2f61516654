"""What the workbook says beside the headings of the annexes, in the six languages of the Union.

As in ``publish.languages``, all but the English words wait for a reviewer.
"""

from __future__ import annotations

from typing import NamedTuple


class SheetWords(NamedTuple):
    """The name of the first sheet, the headings that only the workbook has, and a hint.

    ``more`` is said at a cell of which Excel cannot show all.
    """

    summary: str
    order: str
    key: str
    resolution: str
    lead: str
    instructed: str
    cooperating: str
    reporting: str
    activities: str
    more: str


WORDS = {
    "en": SheetWords(
        *("Summary", "Order", "Key", "Resolution", "Lead", "Instructed or invited"),
        *("Cooperating", "To report", "Activities"),
        "There is more text than Excel shows: open the cell (F2), or read it in the Word document.",
    ),
    "fr": SheetWords(
        *("Résumé", "Ordre", "Clé", "Résolution", "Responsable", "Chargés ou invités"),
        *("Collaborateurs", "Rapports à faire", "Activités"),
        "Excel ne montre pas tout le texte: ouvrir la cellule (F2) ou lire le document Word.",
    ),
    "es": SheetWords(
        *("Resumen", "Orden", "Clave", "Resolución", "Responsable", "Encargados o invitados"),
        *("Colaboradores", "Informes", "Actividades"),
        "Excel no muestra todo el texto: abra la celda (F2) o lea el documento Word.",
    ),
    "ru": SheetWords(
        *("Сводка", "Порядок", "Ключ", "Резолюция", "Ответственный"),
        *("Кому поручено или предложено", "Сотрудничают", "Отчетность", "Виды деятельности"),
        "Excel показывает не весь текст: откройте ячейку (F2) или документ Word.",
    ),
    "zh": SheetWords(
        *("概要", "顺序", "标识", "决议", "牵头方", "责成或请", "合作方", "须报告", "活动"),
        "Excel未显示全文：请打开单元格（F2）或参阅Word文件。",
    ),
    "ar": SheetWords(
        *("ملخص", "الترتيب", "المفتاح", "القرار", "الجهة الرائدة", "المكلفون أو المدعوون"),
        *("المتعاونون", "التقارير المطلوبة", "الأنشطة"),
        "لا يعرض Excel النص كاملاً: افتح الخلية (F2) أو راجع وثيقة Word.",
    ),
}
"""The words by the codes that ``--lang`` takes."""

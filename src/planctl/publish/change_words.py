"""What a list of changes says by itself, in the six languages of the Union.

As in :mod:`planctl.publish.languages`, all but the English words wait for a reviewer. Columns of an
annex, status words and months are called there what they are called here.
"""

from __future__ import annotations

from planctl.publish.languages import WORDINGS

_ENGLISH = (
    *("item", "was", "is", "plan", "unchanged", "added", "removed", "activity added"),
    *("activity removed", "directive added", "directive removed", "number", "directive"),
    *("report", "deliverable changed", "deliverable removed", "deliverables removed"),
    *("deliverable added", "deliverables added", "text", "references", "responsible", "title"),
    *("edition", "lead", "resolution", "date of status", "next step", "clause"),
)
_OTHERS = {
    "fr": (
        *("Point", "Avant", "Maintenant", "Plan", "Inchangé", "Ajouté", "Supprimé"),
        *("Activité ajoutée", "Activité supprimée", "Directive ajoutée", "Directive supprimée"),
        *("Numéro", "Directive", "Rapport", "Résultat modifié", "Résultat supprimé"),
        *("Résultats supprimés", "Résultat ajouté", "Résultats ajoutés", "Texte", "Références"),
        *("Responsable", "Titre", "Édition", "Chef de file", "Résolution", "Date de l'état"),
        *("Prochaine étape", "Disposition"),
    ),
    "es": (
        *("Punto", "Antes", "Ahora", "Plan", "Sin cambios", "Añadido", "Suprimido"),
        *("Actividad añadida", "Actividad suprimida", "Directriz añadida", "Directriz suprimida"),
        *("Número", "Directriz", "Informe", "Resultado modificado", "Resultado suprimido"),
        *("Resultados suprimidos", "Resultado añadido", "Resultados añadidos", "Texto"),
        *("Referencias", "Responsable", "Título", "Edición", "Dirección", "Resolución"),
        *("Fecha de la situación", "Próximo paso", "Disposición"),
    ),
    "ru": (
        *("Пункт", "Было", "Стало", "План", "Без изменений", "Добавлено", "Исключено"),
        *("Деятельность добавлена", "Деятельность исключена", "Указание добавлено"),
        *("Указание исключено", "Номер", "Указание", "Отчет", "Результат изменен"),
        *("Результат исключен", "Результаты исключены", "Результат добавлен"),
        *("Результаты добавлены", "Текст", "Ссылки", "Ответственный", "Название", "Редакция"),
        *("Ведущая группа", "Резолюция", "Дата состояния", "Следующий шаг", "Положение"),
    ),
    "zh": (
        *("项目", "原为", "现为", "计划", "无变化", "新增", "删除", "新增活动", "删除活动"),
        *("新增指示", "删除指示", "编号", "指示", "报告", "成果变更", "删除成果", "删除成果"),
        *("新增成果", "新增成果", "案文", "参考", "负责方", "标题", "版本", "牵头方", "决议"),
        *("状态日期", "下一步", "条款"),
    ),
    "ar": (
        *("البند", "السابق", "الحالي", "الخطة", "دون تغيير", "أضيف", "حُذف", "نشاط مضاف"),
        *("نشاط محذوف", "توجيه مضاف", "توجيه محذوف", "الرقم", "التوجيه", "التقرير", "ناتج معدل"),
        *("ناتج محذوف", "نواتج محذوفة", "ناتج مضاف", "نواتج مضافة", "النص", "المراجع", "المسؤول"),
        *("العنوان", "الطبعة", "الجهة الرائدة", "القرار", "تاريخ الحالة", "الخطوة التالية"),
        "الحكم",
    ),
}
_WORDS = {code: dict(zip(_ENGLISH, said, strict=True)) for code, said in _OTHERS.items()}

TITLES = {
    "en": "Changes since {since} in the action plan for {name}",
    "fr": "Modifications depuis {since} du plan d'action pour la {name}",
    "es": "Cambios desde {since} en el plan de acción para la {name}",
    "ru": "Изменения после {since} в плане действий, {name}",
    "zh": "{since}以来{name}行动计划的变化",
    "ar": "التغييرات منذ {since} في خطة عمل {name}",
}
"""The title of a list: ``since`` is the earlier state, ``name`` that of the resolution."""


def said(english: str, language: str) -> str:
    """A heading or the name of a change ("activity added", "text (fr)"), in the language.

    What has no word there stays English.
    """
    words = WORDINGS[language]
    name, bracket, part = english.partition(" (")
    found = _WORDS.get(language, {}).get(name)
    found = found or (words.columns.get(name.replace(" ", "_")) if language != "en" else None)
    return f"{found or name.capitalize()}{bracket}{part}"

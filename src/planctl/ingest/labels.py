"""Labels of columns that people write beside those that planctl prints, in the six languages.

"Action" is none of them: it stands for other things in other plans (``--columns`` says for which).
"""

from __future__ import annotations

from collections.abc import Iterator

_LABELS = {
    "en": {
        "directives": "Directive",
        "references": "Reference",
        "activities": "Activity",
        "responsibilities": "Responsibility, Responsible, Responsible party, Responsible parties,"
        " Responsible body, Responsible bodies, Responsible entity, Responsible entities",
        "time_plan": "Timeline, Time line, Timeframe, Schedule, Timetable",
        "due": "Due date",
        "status": "Progress, Current status, Status and progress",
    },
    "fr": {
        "references": "Référence",
        "activities": "Activité",
        "responsibilities": "Responsable, Responsables, Responsabilité, Entité responsable,"
        " Entités responsables",
        "time_plan": "Échéancier, Délais, Plan de mise en œuvre",
        "status": "État, Statut, Situation, Avancement, Progrès, État de la situation",
    },
    "es": {
        "directives": "Directriz, Directivas",
        "references": "Referencia",
        "activities": "Actividad",
        "responsibilities": "Responsable, Responsables, Responsabilidad, Entidad responsable,"
        " Entidades responsables",
        "time_plan": "Cronograma, Plan temporal, Plazos",
        "status": "Estado, Situación actual, Avance, Avances",
    },
    "ru": {
        "directives": "Указание, Директивы, Поручения",
        "references": "Ссылка",
        "activities": "Вид деятельности, Деятельность, Мероприятие, Мероприятия, Действия",
        "responsibilities": "Обязанность, Ответственность, Ответственный, Ответственные,"
        " Ответственная сторона, Ответственные стороны, Исполнитель, Исполнители",
        "time_plan": "Сроки, План-график, Временной план, Сроки выполнения",
        "status": "Статус, Ход выполнения, Текущее состояние",
    },
    "zh": {
        "level1": "一级, 1级, 第一级, 级别1",
        "level2": "二级, 2级, 第二级, 级别2",
        "directives": "指令, 指导",
        "references": "参引, 参考文献, 参考资料",
        "activities": "行动, 工作",
        "responsibilities": "责任, 责任方, 负责方, 负责单位, 责任单位, 负责机构",
        "time_plan": "时间表, 时间安排, 进度安排",
        "status": "现状, 状况, 进展, 进展情况",
    },
    "ar": {
        "directives": "التوجيه",
        "references": "المرجع",
        "activities": "النشاط",
        "responsibilities": "المسؤولية, المسؤول, الجهة المسؤولة, الجهات المسؤولة",
        "time_plan": "الخطة الزمنية, الإطار الزمني",
        "status": "الوضع, حالة التنفيذ, التقدم المحرز",
    },
}


def labels() -> Iterator[tuple[str, str, str]]:
    """Each label with the key of its column and its language: ("Timeline", "time_plan", "en")."""
    for language, columns in _LABELS.items():
        for key, listed in columns.items():
            yield from ((label, key, language) for label in listed.split(", "))

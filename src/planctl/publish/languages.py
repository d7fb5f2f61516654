"""What an annex prints by itself, in the six languages of the Union.

Only the English words are those of published plans; the others wait for a reviewer. What a plan
says is printed in a language where the plan has it in that language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planctl.plan.date_words import MONTHS


class Wording(NamedTuple):
    """The words of one language.

    ``tag`` is its BCP 47 tag. ``columns`` are the headings by the keys of the columns; the status
    words stand in the order of :data:`planctl.plan.model.STATUSES`, the months in theirs. In the
    patterns stand ``name`` (of the resolution), ``number``, ``edition``, ``title`` and the like.
    """

    tag: str
    columns: Mapping[str, str]
    identified: str
    reference: str
    statuses: tuple[str, ...]
    months: tuple[str, ...]
    month: str
    annex: str
    plan: str
    short: str
    name: str
    assemblies: Mapping[str, str]
    see: tuple[str, str]
    joint: str
    elsewhere: str
    right_to_left: bool = False

    def resolution(self, assembly: str, number: int) -> str:
        """The name of a resolution: "WTSA Resolution 72"."""
        return self.name.format(assembly=self.assemblies.get(assembly, assembly), number=number)

    def date(self, year: int, month: int) -> str:
        """A month as the head of the Status column has it: "October 2020"."""
        return self.month.format(month=self.months[month - 1], year=year)

    def see_point(self, targets: Sequence[str]) -> str:
        """A cross-reference: "See points 3.1 and 5 of the action plan for Resolution 79"."""
        named = [self._target(target) for target in targets]
        if len(named) == 1:
            return self.see[0].format(named[0])
        return self.see[1].format(f"{', '.join(named[:-1])}{self.joint}{named[-1]}")

    def _target(self, target: str) -> str:
        plan, slash, item = target.rpartition("/")
        number = plan.rpartition("-")[2]
        return self.elsewhere.format(item=item, number=number) if slash else item


_COLUMNS = (
    *("id", "level1", "level2", "directives", "references", "activities", "responsibilities"),
    *("time_plan", "status", "due", "priority", "recurrence", "decided_by", "reporting_to"),
    *("status_since", "blocker", "next_step"),
)


def _columns(*words: str) -> dict[str, str]:
    return dict(zip(_COLUMNS, words, strict=True))


ENGLISH = Wording(
    tag="en-GB",
    columns=_columns(
        *("ID", "Level 1", "Level 2", "Directives", "References", "Activities"),
        *("Responsibilities", "Time plan", "Status", "Due", "Priority", "Recurrence"),
        *("Decided by", "Reporting to", "Status since", "Blocked by", "Next step"),
    ),
    identified="(as identified in the Resolution)",
    reference="(Res. {number})",
    statuses=("Not started", "Ongoing", "Completed", "Suspended", "Superseded"),
    months=MONTHS["en"],
    month="{month} {year}",
    annex="ANNEX {number}",
    plan="Action plan for implementation of {name} ({edition}):",
    short="Action plan for {name}: {title}",
    name="{assembly} Resolution {number}",
    assemblies={},
    see=("See point {}", "See points {}"),
    joint=" and ",
    elsewhere="{item} of the action plan for Resolution {number}",
)

FRENCH = Wording(
    tag="fr-FR",
    columns=_columns(
        *("N°", "Niveau 1", "Niveau 2", "Directives", "Références", "Activités"),
        *("Responsabilités", "Calendrier", "État d'avancement", "Échéance", "Priorité"),
        *("Périodicité", "Décidé par", "Rapport à", "État depuis", "Bloqué par", "Prochaine étape"),
    ),
    identified="(telles qu'indiquées dans la Résolution)",
    reference="(Rés. {number})",
    statuses=("Non commencé", "En cours", "Achevé", "Suspendu", "Remplacé"),
    months=MONTHS["fr"],
    month="{month} {year}",
    annex="ANNEXE {number}",
    plan="Plan d'action pour la mise en œuvre de la {name} ({edition}):",
    short="Plan d'action pour la {name}: {title}",
    name="Résolution {number} de l'{assembly}",
    assemblies={"WTSA": "AMNT", "WTDC": "CMDT", "RA": "AR", "PP": "PP"},
    see=("Voir le point {}", "Voir les points {}"),
    joint=" et ",
    elsewhere="{item} du plan d'action pour la Résolution {number}",
)

SPANISH = Wording(
    tag="es-ES",
    columns=_columns(
        *("ID", "Nivel 1", "Nivel 2", "Directrices", "Referencias", "Actividades"),
        *("Responsabilidades", "Calendario", "Situación", "Plazo", "Prioridad", "Periodicidad"),
        *("Decidido por", "Informe a", "Situación desde", "Bloqueado por", "Próximo paso"),
    ),
    identified="(según se indican en la Resolución)",
    reference="(Res. {number})",
    statuses=("No iniciado", "En curso", "Finalizado", "Suspendido", "Sustituido"),
    months=MONTHS["es"],
    month="{month} de {year}",
    annex="ANEXO {number}",
    plan="Plan de acción para la aplicación de la {name} ({edition}):",
    short="Plan de acción para la {name}: {title}",
    name="Resolución {number} de la {assembly}",
    assemblies={"WTSA": "AMNT", "WTDC": "CMDT", "RA": "AR", "PP": "PP"},
    see=("Véase el punto {}", "Véanse los puntos {}"),
    joint=" y ",
    elsewhere="{item} del plan de acción para la Resolución {number}",
)

RUSSIAN = Wording(
    tag="ru-RU",
    columns=_columns(
        *("№", "Уровень 1", "Уровень 2", "Указания", "Ссылки", "Виды деятельности"),
        *("Обязанности", "График", "Состояние", "Срок", "Приоритет", "Периодичность"),
        *("Решение принято", "Отчет перед", "Состояние с", "Препятствие", "Следующий шаг"),
    ),
    identified="(как указано в Резолюции)",
    reference="(Рез. {number})",
    statuses=("Не начато", "Выполняется", "Выполнено", "Приостановлено", "Заменено"),
    months=MONTHS["ru"],
    month="{month} {year} года",
    annex="ПРИЛОЖЕНИЕ {number}",
    plan="План действий по выполнению {name} ({edition}):",
    short="План действий, {name}: {title}",
    name="Резолюции {number} {assembly}",
    assemblies={"WTSA": "ВАСЭ", "WTDC": "ВКРЭ", "RA": "АР", "PP": "ПК"},
    see=("См. пункт {}", "См. пункты {}"),
    joint=" и ",
    elsewhere="{item} плана действий по Резолюции {number}",
)

CHINESE = Wording(
    tag="zh-CN",
    columns=_columns(
        *("编号", "第1级", "第2级", "指示", "参考", "活动", "职责", "时间计划", "状态", "期限"),
        *("优先级", "周期", "决定方", "报告对象", "状态起始", "障碍", "下一步"),
    ),
    identified="（决议中确定的）",
    reference="（第{number}号决议）",
    statuses=("未开始", "进行中", "已完成", "已暂停", "已被取代"),
    months=MONTHS["zh"],
    month="{year}年{month}月",
    annex="附件{number}",
    plan="落实{name}（{edition}）的行动计划：",
    short="{name}行动计划：{title}",
    name="{assembly}第{number}号决议",
    assemblies={},
    see=("见第{}点", "见第{}点"),
    joint="和",
    elsewhere="第{number}号决议行动计划的{item}",
)

ARABIC = Wording(
    tag="ar-SA",
    columns=_columns(
        *("الرقم", "المستوى 1", "المستوى 2", "التوجيهات", "المراجع", "الأنشطة"),
        *("المسؤوليات", "الجدول الزمني", "الحالة", "الموعد النهائي", "الأولوية", "التكرار"),
        *("قرار من", "التقرير إلى", "الحالة منذ", "العائق", "الخطوة التالية"),
    ),
    identified="(كما هي محددة في القرار)",
    reference="(القرار {number})",
    statuses=("لم يبدأ", "جارٍ", "مكتمل", "معلق", "مستعاض عنه"),
    months=MONTHS["ar"],
    month="{month} {year}",
    annex="الملحق {number}",
    plan="خطة العمل لتنفيذ {name} ({edition}):",
    short="خطة عمل {name}: {title}",
    name="القرار {number} ({assembly})",
    assemblies={},
    see=("انظر النقطة {}", "انظر النقاط {}"),
    joint=" و",
    elsewhere="{item} من خطة عمل القرار {number}",
    right_to_left=True,
)

WORDINGS = {
    "en": ENGLISH,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "zh": CHINESE,
    "ar": ARABIC,
}
"""The wordings by the codes that ``--lang`` takes."""

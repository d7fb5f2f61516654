"""What the front page of a liaison statement says by itself, in the six languages of the Union.

The English words are those of ITU-T's template and of the letter of October 2020; the others wait
for a reviewer. Their sentences name the resolutions after a colon, so that no case or article
depends on how many there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_LABELS = (
    *("questions", "meeting", "group", "working_party", "ref", "source", "title", "purpose"),
    *("action", "information", "approval", "deadline", "contact", "telephone", "email"),
    *("abstract", "keywords"),
)


class CoverWords(NamedTuple):
    """The words of one language: labels by field, and what is asked for, by the same names.

    In ``subject`` (for one plan and for several), ``title``, ``abstract`` and ``letter`` stand
    ``resolutions``, ``subject``, ``as_of``, ``group``, ``to`` and ``annexes``; ``outlined`` names
    the annexes in a sentence of the letter, where they have numbers.
    """

    heading: str
    labels: Mapping[str, str]
    prompts: Mapping[str, str]
    subject: tuple[str, str]
    title: str
    abstract: str
    letter: tuple[str, ...]
    outlined: str


def _words(
    heading: str,
    labels: str,
    prompts: str,
    subject: tuple[str, str],
    title: str,
    abstract: str,
    letter: tuple[str, ...],
    outlined: str,
) -> CoverWords:
    named = dict(zip(_LABELS, labels.split("|"), strict=True))
    asked = dict(zip(PROMPTED, prompts.split("|"), strict=True))
    asked = {name: f"[{text}]" for name, text in asked.items()}
    return CoverWords(heading, named, asked, subject, title, abstract, letter, outlined)


PROMPTED = (
    *("questions", "meeting", "group", "source", "recipients", "approval"),
    *("name", "organization", "country", "telephone", "email"),
)
"""What may be asked for, in the order of the prompts."""

COVERS = {
    "en": _words(
        "LIAISON STATEMENT",
        "Question(s):|Meeting:|Study Group:|Working Party:|Ref.:|Source:|Title:|Purpose:"
        "|For action to:|For information to:|Approval:|Deadline:|Contact:|Tel:|E-mail:"
        "|Abstract:|Keywords:",
        "Question(s)|place, dates|study group|source|recipients|meeting, date|name"
        "|organization|country|telephone|e-mail",
        (
            "action plan for the implementation of {resolutions}",
            "action plans for the implementation of {resolutions}",
        ),
        "LS on {subject}",
        "This liaison statement contains the {subject}, as of {as_of}.",
        (),
        " outlined in {}",
    ),
    "fr": _words(
        "NOTE DE LIAISON",
        "Question(s):|Réunion:|Commission d'études:|Groupe de travail:|Réf.:|Origine:|Titre:"
        "|Objet:|Pour suite à donner:|Pour information:|Approbation:|Délai:|Contact:|Tél.:"
        "|Courriel:|Résumé:|Mots clés:",
        "Question(s)|lieu, dates|commission d'études|origine|destinataires|réunion, date|nom"
        "|organisation|pays|téléphone|courriel",
        (
            "plan d'action pour la mise en œuvre de la résolution suivante: {resolutions}",
            "plans d'action pour la mise en œuvre des résolutions suivantes: {resolutions}",
        ),
        "Note de liaison – {subject}",
        "Contenu de cette note de liaison: {subject} ({as_of}).",
        (
            "{group} souhaite communiquer à {to} la version à jour, {subject}.",
            "Activités menées par {group} à cet égard: état, {as_of}.",
            "Voir ci-après{annexes}.",
            "{group} se réjouit de collaborer étroitement avec {to}.",
        ),
        ": {}",
    ),
    "es": _words(
        "DECLARACIÓN DE COORDINACIÓN",
        "Cuestión(es):|Reunión:|Comisión de Estudio:|Grupo de Trabajo:|Ref.:|Origen:|Título:"
        "|Finalidad:|Para acción:|Para información:|Aprobación:|Plazo:|Contacto:|Tel.:"
        "|Correo-e:|Resumen:|Palabras clave:",
        "Cuestión(es)|lugar, fechas|comisión de estudio|origen|destinatarios|reunión, fecha"
        "|nombre|organización|país|teléfono|correo-e",
        (
            "plan de acción para la aplicación de la resolución siguiente: {resolutions}",
            "planes de acción para la aplicación de las resoluciones siguientes: {resolutions}",
        ),
        "Declaración de coordinación – {subject}",
        "Contenido de esta declaración de coordinación: {subject} ({as_of}).",
        (
            "{group} desea comunicar a {to} la versión actualizada, {subject}.",
            "Actividades realizadas por {group} al respecto: situación, {as_of}.",
            "Véase a continuación{annexes}.",
            "{group} espera colaborar estrechamente con {to}.",
        ),
        ": {}",
    ),
    "ru": _words(
        "ЗАЯВЛЕНИЕ О ВЗАИМОДЕЙСТВИИ",
        "Вопрос(ы):|Собрание:|Исследова\u00adтельская комиссия:|Рабочая группа:|Док.:|Источник:"
        "|Название:|Назначение:|Для принятия мер:|Для информации:|Утверждение:"
        "|Предельный срок:|Для контактов:|Тел.:|Эл. почта:|Резюме:|Ключевые слова:",
        "Вопрос(ы)|место, даты|исследовательская комиссия|источник|адресаты|собрание, дата"
        "|имя|организация|страна|телефон|эл. почта",
        (
            "план действий по выполнению {resolutions}",
            "планы действий по выполнению {resolutions}",
        ),
        "Заявление о взаимодействии – {subject}",
        "Содержание настоящего заявления о взаимодействии: {subject} ({as_of}).",
        (
            "{group} направляет {to} обновленную версию: {subject}.",
            "Деятельность {group} в этой области: состояние, {as_of}.",
            "См. ниже{annexes}.",
            "{group} рассчитывает на тесное сотрудничество с {to}.",
        ),
        ": {}",
    ),
    "zh": _words(
        "联络声明",
        "课题：|会议：|研究组：|工作组：|参考：|来源：|标题：|目的：|供采取行动：|供参考：|批准："
        "|截止日期：|联系人：|电话：|电子邮件：|摘要：|关键词：",
        "课题|地点、日期|研究组|来源|收文方|会议、日期|姓名|组织|国家|电话|电子邮件",
        ("落实{resolutions}的行动计划", "落实{resolutions}的行动计划"),
        "关于{subject}的联络声明",
        "本联络声明载有{subject}（{as_of}）。",
        (
            "{group}谨向{to}通报最新的{subject}。",
            "{group}开展的相关活动：截至{as_of}的状态。",
            "请见下文{annexes}。",
            "{group}期待与{to}密切合作。",
        ),
        "：{}",
    ),
    "ar": _words(
        "بيان اتصال",
        "المسألة (المسائل):|الاجتماع:|لجنة الدراسات:|فرقة العمل:|المرجع:|المصدر:|العنوان:"
        "|الغرض:|لاتخاذ إجراء:|للعلم:|الموافقة:|الموعد النهائي:|جهة الاتصال:|الهاتف:"
        "|البريد الإلكتروني:|ملخص:|الكلمات الرئيسية:",
        "المسائل|المكان، التاريخ|لجنة الدراسات|المصدر|الجهات المرسل إليها|الاجتماع، التاريخ"
        "|الاسم|المنظمة|البلد|الهاتف|البريد الإلكتروني",
        (
            "خطة العمل لتنفيذ القرار التالي: {resolutions}",
            "خطط العمل لتنفيذ القرارات التالية: {resolutions}",
        ),
        "بيان اتصال – {subject}",
        "محتوى بيان الاتصال هذا: {subject} ({as_of}).",
        (
            "تود {group} أن تطلع {to} على النسخة المحدثة: {subject}.",
            "الأنشطة التي اضطلعت بها {group} في هذا الصدد: الحالة، {as_of}.",
            "انظر أدناه{annexes}.",
            "تتطلع {group} إلى التعاون الوثيق مع {to}.",
        ),
        ": {}",
    ),
}
"""The words by the codes that ``--lang`` takes; the letter in English is worded by itself."""
PROMPTS = tuple({text: None for words in COVERS.values() for text in words.prompts.values()})
"""What stands, in any language, where something is to be filled in."""

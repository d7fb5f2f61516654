"""The bodies that resolutions address, by the names that six languages have for them.

The names are those of ITU's own documents, as regular expressions that ignore capitals.
"""

from __future__ import annotations

from typing import Final

OTHERS: Final = "@others"
"""Stands for the Directors of the Bureaux that were not named before."""

NAMES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "Directors of BR, TSB and BDT",
        (
            "directors of the (?:three )?bureaux",
            "directors of all (?:three )?bureaux",
            "(?:三个)?各?局的?主任",
            "directeurs des (?:trois )?bureaux",
            "directores de las (?:tres )?oficinas",
            "директор(?:ам|ами|ов) (?:тр[её]х )?бюро",
            "مديري المكاتب(?: الثلاثة)?",
        ),
    ),
    (
        OTHERS,
        (
            "directors? of the other (?:two )?bureaux",
            "其他(?:两个)?局的?主任",
            "(?:另外)?两个局的?主任",
            "directeurs des (?:deux )?autres bureaux",
            "directores de las (?:otras|demás)(?: dos)? oficinas",
            "директор(?:ам|ами|ов) (?:двух )?других бюро",
            "مديري المكتبين الآخرين",
        ),
    ),
    (
        "Directors of BR and BDT",
        ("directors of the radiocommunication and telecommunication development bureaux",),
    ),
    (
        "Directors of TSB and BDT",
        (
            "directors of the telecommunication standardi[sz]ation and (?:telecommunication )?"
            "development bureaux",
        ),
    ),
    (
        "Directors of BR and TSB",
        ("directors of the radiocommunication and telecommunication standardi[sz]ation bureaux",),
    ),
    (
        "Director TSB",
        (
            r"director of (?:the )?(?:telecommunication standardi[sz]ation bureau(?:"
            r" \(tsb\))?|tsb)",
            r"电信标准化局(?:（TSB）|\(TSB\))?主任",
            r"directeur du (?:bureau de la normalisation des télécommunications(?:"
            r" \(tsb\))?|tsb)",
            r"director de la (?:oficina de normalización de las telecomunicaciones(?:"
            r" \(tsb\))?|tsb)",
            r"директор[а-я]* (?:бюро стандартизации электросвязи(?: \(бсэ\))?|бсэ)",
            "مدير مكتب تقييس الاتصالات",
        ),
    ),
    (
        "Director BR",
        (
            r"director of (?:the )?(?:radiocommunication bureau(?: \(br\))?|br)",
            r"无线电通信局(?:（BR）|\(BR\))?主任",
            r"directeur du (?:bureau des radiocommunications(?: \(br\))?|br)",
            r"director de la (?:oficina de radiocomunicaciones(?: \(br\))?|br)",
            r"директор[а-я]* (?:бюро радиосвязи(?: \(бр\))?|бр)",
            "مدير مكتب الاتصالات الراديوية",
        ),
    ),
    (
        "Director BDT",
        (
            r"director of (?:the )?(?:telecommunication development bureau(?: \(bdt\))?|bdt)",
            r"电信发展局(?:（BDT）|\(BDT\))?主任",
            r"directeur du (?:bureau de développement des télécommunications(?: \(bdt\))?|bdt)",
            r"director de la (?:oficina de desarrollo de las telecomunicaciones(?:"
            r" \(bdt\))?|bdt)",
            r"директор[а-я]* (?:бюро развития электросвязи(?: \(брэ\))?|брэ)",
            "مدير مكتب تنمية الاتصالات",
        ),
    ),
    (
        "Secretary-General",
        (
            "secretary[- ]general",
            "秘书长",
            "secrétaire général",
            "secretari[oa] general",
            "генеральн[а-я]+ секретар[а-я]+",
            "الأمين العام",
            "الامين العام",
        ),
    ),
    (
        "TSAG",
        (
            r"telecommunication standardi[sz]ation advisory group(?: \(tsag\))?",
            "tsag",
            "电信标准化顾问组",
            r"groupe consultatif de la normalisation des télécommunications(?: \(gcnt\))?",
            "gcnt",
            r"grupo asesor de normalización de las telecomunicaciones(?: \(gant\))?",
            "gant",
            r"консультативн[а-я]+ групп[а-я]+ по стандартизации электросвязи(?: \(кгсэ\))?",
            "кгсэ",
            "الفريق الاستشاري لتقييس الاتصالات",
        ),
    ),
    (
        "RAG",
        (
            r"radiocommunication advisory group(?: \(rag\))?",
            "rag",
            "无线电通信顾问组",
            r"groupe consultatif des radiocommunications(?: \(gcr\))?",
            r"grupo asesor de radiocomunicaciones(?: \(gar\))?",
            r"консультативн[а-я]+ групп[а-я]+ по радиосвязи(?: \(кгр\))?",
            "الفريق الاستشاري للاتصالات الراديوية",
        ),
    ),
    (
        "TDAG",
        (
            r"telecommunication development advisory group(?: \(tdag\))?",
            "tdag",
            "电信发展顾问组",
            r"groupe consultatif pour le développement des télécommunications(?: \(gcdt\))?",
            r"grupo asesor de desarrollo de las telecomunicaciones(?: \(gadt\))?",
            r"консультативн[а-я]+ групп[а-я]+ по развитию электросвязи(?: \(кгрэ\))?",
            "الفريق الاستشاري لتنمية الاتصالات",
        ),
    ),
    (
        "All ITU-T study groups",
        (
            r"all (?:itu-t )?sgs|all (?:itu-t study groups|study groups of (?:the )?(?:itu-t|itu"
            r" telecommunication standardi[sz]ation sector)(?: \(itu-t\))?)",
            "(?:itu-t|国际电联电信标准化部门)?(?:各|所有)研究组",
            "جميع لجان (?:ال)?دراسات (?:التابعة )?ل?قطاع تقييس الاتصالات",
            "جميع لجان الدراسات",
            r"(?:toutes )?les commissions d['’]études (?:de l['’]uit-t|du secteur de la"
            r" normalisation des télécommunications(?: de l['’]uit)?(?: \(uit-t\))?)",
            r"(?:a )?(?:todas )?las comisiones de estudio del (?:uit-t|sector de normalización de"
            r" las telecomunicaciones(?: de la uit)?(?: \(uit-t\))?)",
            r"(?:всем )?исследовательски[а-я]+ комисси[а-я]+ (?:мсэ-т|сектора стандартизации"
            r" электросвязи(?: мсэ)?(?: \(мсэ-т\))?)",
        ),
    ),
    (
        "ITU-T study groups",
        (
            r"(?:relevant |concerned )?itu-t (?:study groups|sgs)(?! \d)",
            r"commissions d['’]études de l['’]uit-t",
            "comisiones de estudio del uit-t",
        ),
    ),
    (
        "ITU Council",
        (
            "(?:itu )?council",
            "(?:国际电联)?理事会",
            "conseil(?: de l['’]uit)?",
            "consejo",
            "совет[ау]?",
            "المجلس",
        ),
    ),
    (
        "Member States",
        (
            "member states",
            "成员国",
            "états membres",
            "estados miembros",
            "государств[а-я]* ?[-– ] ?член[а-я]*(?: союза)?",
            "الدول الأعضاء",
        ),
    ),
    (
        "Sector Members",
        (
            "sector members",
            "部门成员",
            "membres (?:des|de|du) secteurs?",
            "miembros de(?:l| los)? sector(?:es)?",
            "член[а-я]+ сектор(?:ов|а)",
            "أعضاء القطاع(?:ات)?",
        ),
    ),
    (
        "Associates",
        (
            "associates",
            "部门准成员",
            "associés",
            "asociados",
            "ассоциирован[а-я]+ член[а-я]+",
            "المنتسبين",
        ),
    ),
    (
        "Academia",
        (
            "academia",
            "学术(?:界)?成员",
            "établissements universitaires",
            "instituciones académicas",
            "академическ[а-я]+ организаци[а-я]+",
            "(?:الهيئات|المؤسسات) الأكاديمية",
        ),
    ),
)

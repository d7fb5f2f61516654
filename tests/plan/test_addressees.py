"""Whom a block addresses, as bodies."""

from __future__ import annotations

import pytest

from planctl.plan.addressees import extent, responsible


@pytest.mark.parametrize(
    ("addressee", "bodies"),
    [
        ("", []),
        ("TSAG", ["TSAG"]),
        ("the Telecommunication Standardization Advisory Group (TSAG)", ["TSAG"]),
        ("all ITU-T study groups", ["All ITU-T study groups"]),
        ("ITU-T Study Group 5", ["ITU-T SG5"]),
        ("ITU\u2011D Study Groups 1 and 2", ["ITU-D SG1", "ITU-D SG2"]),
        ("Study Groups 5, 11 and 20", ["ITU-T SG5", "ITU-T SG11", "ITU-T SG20"]),
        ("ITU-D第1和2研究组", ["ITU-D SG1", "ITU-D SG2"]),
        ("第182号决议的参与方", ["第182号决议的参与方"]),
        (
            "ITU‑T SG5, in collaboration with the relevant ITU study groups",
            ["ITU-T SG5 (in collaboration with relevant ITU study groups)"],
        ),
        (
            "the Director of TSB, in close cooperation with the Directors of the other Bureaux",
            ["Director TSB (in collaboration with the Directors of BR and BDT)"],
        ),
        ("the Secretary-General and the Directors of the three Bureaux",
         ["Secretary-General", "Directors of BR, TSB and BDT"]),
        ("秘书长与三个局的主任协作",
         ["Secretary-General (in collaboration with the Directors of BR, TSB and BDT)"]),
        ("电信发展局主任与电信标准化局主任密切合作",
         ["Director BDT (in collaboration with the Director of TSB)"]),
        ("电信标准化局主任", ["Director TSB"]),
        ("国际电联电信标准化部门各研究组", ["All ITU-T study groups"]),
        ("ITU-T第5研究组", ["ITU-T SG5"]),
        ("成员国、部门成员和部门准成员", ["Member States", "Sector Members", "Associates"]),
        ("le Directeur du TSB, en collaboration avec le Directeur du BDT",
         ["Director TSB (in collaboration with the Director of BDT)"]),
        ("al Director de la Oficina de Normalización de las Telecomunicaciones", ["Director TSB"]),
        ("Директору Бюро стандартизации электросвязи", ["Director TSB"]),
        ("مدير مكتب تقييس الاتصالات", ["Director TSB"]),
        ("the Director of TSB, in collaboration with the Directors of the Radiocommunication and"
         " Telecommunication Development Bureaux",
         ["Director TSB (in collaboration with the Directors of BR and BDT)"]),
        ("la Commission d'études 5 de l'UIT-T", ["ITU-T SG5"]),
        ("aux Commissions d’études 1 et 2 de l’UIT-D", ["ITU-D SG1", "ITU-D SG2"]),
        ("a la Comisión de Estudio 5 del UIT-T", ["ITU-T SG5"]),
        ("5-й Исследовательской комиссии МСЭ-Т", ["ITU-T SG5"]),
        ("لجنة الدراسات 5 لقطاع تقييس الاتصالات", ["ITU-T SG5"]),
        ("لجنة الدراسات 1 لقطاع تنمية الاتصالات", ["لجنة الدراسات 1 لقطاع تنمية الاتصالات"]),
        ("le Directeur du TSB, en étroite collaboration avec les Directeurs des deux autres"
         " Bureaux", ["Director TSB (in collaboration with the Directors of BR and BDT)"]),
        ("al Director de la TSB que, en estrecha colaboración con los Directores de las otras dos"
         " Oficinas", ["Director TSB (in collaboration with the Directors of BR and BDT)"]),
        ("Директору БСЭ в тесном сотрудничестве с директорами двух других Бюро",
         ["Director TSB (in collaboration with the Directors of BR and BDT)"]),
        ("toutes les commissions d'études du Secteur de la normalisation des télécommunications de"
         " l'UIT", ["All ITU-T study groups"]),
        ("a todas las Comisiones de Estudio del UIT-T", ["All ITU-T study groups"]),
        ("всем исследовательским комиссиям Сектора стандартизации электросвязи МСЭ",
         ["All ITU-T study groups"]),
        ("جميع لجان دراسات قطاع تقييس الاتصالات", ["All ITU-T study groups"]),
        ("les États Membres, les Membres du Secteur et les Associés",
         ["Member States", "Sector Members", "Associates"]),
        ("Государствам – Членам Союза, Членам Сектора и Академическим организациям",
         ["Member States", "Sector Members", "Academia"]),
        ("au Groupe consultatif pour le développement des télécommunications", ["TDAG"]),
        ("ITU-T study groups and the Telecommunication Standardization Advisory Group",
         ["ITU-T study groups", "TSAG"]),
        ("the Director of TSB, in collaboration with the Directors of the Radiocommunication Bureau"
         " and the Telecommunication Development Bureau",
         ["Director TSB (in collaboration with the Director of BR and the Director of BDT)"]),
        ("regions, the regional offices and Member States",
         ["regions", "regional offices", "Member States"]),
        ("the Secretary-General, within existing resources, and the Director of TSB",
         ["Secretary-General", "Director TSB"]),
        ("Member States and all other interested parties",
         ["Member States", "all other interested parties"]),
        ("the administrations of Member States, within their mandates and resources",
         ["Member States"]),
        ("ITU-T study groups, in particular Study Group 5", ["ITU-T study groups", "ITU-T SG5"]),
        ("the town council of Nowhere", ["ITU Council"]),
        ("the Fellowship", ["Fellowship"]),
    ],
)  # fmt: skip
def test_addressees(addressee: str, bodies: list[str]) -> None:
    assert responsible(addressee) == bodies


def test_how_much_of_a_text_names_bodies() -> None:
    assert extent("秘书长购买灯具") == len("秘书长")
    assert extent("成员国、部门成员提交") == len("成员国、部门成员")
    assert extent("nobody") == 0

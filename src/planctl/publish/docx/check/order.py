"""The sequence of elements: Word refuses a file in which properties stand in the wrong order.

The sequences are those of the complex types in ISO/IEC 29500-1, annex A (wml.xsd).
"""

from __future__ import annotations

from planctl.office.shape import WORD, Shape

_SIDES = "top left|start bottom right|end insideH insideV tl2br tr2bl"

# Names joined by "|" share a place. "*" is the place of all other children; without it there may
# be no others.
_SEQUENCES = {
    "body": "* sectPr",
    "tbl": "tblPr tblGrid *",
    "tr": "tblPrEx trPr *",
    "tc": "tcPr *",
    "p": "pPr *",
    "r": "rPr *",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind"
    " contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline"
    " shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz"
    " szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish"
    " oMath rPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    " tblPrChange",
    "trPr": "cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader"
    "|tblCellSpacing|jc|hidden ins del trPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection"
    " tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "tblBorders": _SIDES,
    "tcBorders": _SIDES,
    "tblCellMar": _SIDES,
    "tcMar": _SIDES,
    "sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid printerSettings sectPrChange",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr"
    " tcPr tblStylePr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
}
_REPEATABLE = frozenset(
    (
        "headerReference",
        "footerReference",
        "tblStylePr",
        "lvl",
        "numPicBullet",
        "abstractNum",
        "num",
    )
)
_PLACES = {
    parent: {name: place for place, names in enumerate(line.split()) for name in names.split("|")}
    for parent, line in _SEQUENCES.items()
}


def misplaced(part: str, shape: Shape) -> list[str]:
    """Find elements that stand where their parent does not allow them; each kind of fault once."""
    sequences = {
        (node.name.removeprefix(WORD), *[child.name for child in node.children])
        for node in shape.nodes
    }
    found = {fault: None for sequence in sorted(sequences) for fault in _judge(*sequence)}
    return [f"{part}: {fault}" for fault in found]


def _judge(parent: str, *children: str) -> list[str]:
    places = _PLACES.get(parent, {"*": 0})
    found = []
    highest, before = -1, ""
    seen: set[str] = set()
    for name in [tag.removeprefix(WORD) for tag in children if tag.startswith(WORD)]:
        place = places.get(name, places.get("*"))
        if place is None:
            found.append(f"w:{parent} may not hold w:{name}.")
            continue
        if name in seen and name in places and name not in _REPEATABLE:
            found.append(f"w:{parent} holds w:{name} twice.")
        elif place < highest:
            found.append(f"in w:{parent}, w:{name} must stand before w:{before}.")
        else:
            highest, before = place, name
        seen.add(name)
    return found

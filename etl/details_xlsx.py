"""What an xlsx says of a sheet besides its values: hidden rows, number formats, indents, formulas, drop-downs."""

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

from etl.guard_zip import sheet_parts
from etl.number_formats import BUILT_IN, telling

LARGEST = 40_000_000  # bytes of a sheet's XML: above this only its values are read
MOST_FORMATS = 200_000
LABELS = re.compile(r"[A-J]\d+")  # where labels stand that an indent may set further in
SPACES = 3  # an indent of a cell's format is as wide as
ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="(\d+)"[^>]*?\bhidden="(?:1|true)"')
COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*?>")
STYLED = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*?\bs="(\d+)"')
UNCACHED = re.compile(
    rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<(?:\w+:)?f(?:\s[^>]*)?'
    rb"(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
LISTS = re.compile(rb'<(?:\w+:)?dataValidation\s[^>]*?type="list"')


def details_of_xlsx(content: bytes) -> dict[str, dict[str, Any]]:
    """{sheet: fields of a Detail, and "uncached": addresses of formulas without a value}. Empty where odd."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            formats, indents = _styles(archive)
            parts = {part: sheet for part, sheet in sheet_parts(archive).items() if part in archive.namelist()}
            small = {part: sheet for part, sheet in parts.items() if archive.getinfo(part).file_size <= LARGEST}
            return {sheet: _of_part(archive.read(part), formats, indents) for part, sheet in small.items()}
    except (KeyError, ValueError, ElementTree.ParseError, zipfile.BadZipFile, OSError):
        return {}


def _of_part(part: bytes, formats: dict[int, str], indents: dict[int, int]) -> dict[str, Any]:
    styled = [(at.decode(), int(style)) for at, style in STYLED.findall(part)] if formats or indents else []
    further_in = {at: indents[style] for at, style in styled if style in indents and LABELS.fullmatch(at)}
    shown = {at: formats[style] for at, style in styled if style in formats}
    return {
        "hidden_rows": [int(row) - 1 for row in ROW.findall(part)],
        "hidden_columns": _hidden_columns(part),
        "formats": shown if len(shown) <= MOST_FORMATS else {},
        "indents": further_in if len(further_in) <= MOST_FORMATS else {},
        "formulas": len(FORMULA.findall(part)),
        "lists": len(LISTS.findall(part)),
        "uncached": [at.decode() for at in UNCACHED.findall(part)],
    }


def _hidden_columns(part: bytes) -> list[int]:
    found: list[int] = []
    for tag in COLUMN.findall(part):
        fields = dict(re.findall(rb'(\w+)="([^"]*)"', tag))
        if fields.get(b"hidden") in (b"1", b"true"):
            first, last = int(fields[b"min"]), int(fields[b"max"])
            found += range(first - 1, min(last, first + 300))
    return found


def _styles(archive: zipfile.ZipFile) -> tuple[dict[int, str], dict[int, int]]:
    """Style number -> its number format, of those that make a cell look unlike its value; and its indent in spaces."""
    if "xl/styles.xml" not in archive.namelist():
        return {}, {}
    root = ElementTree.fromstring(archive.read("xl/styles.xml"))
    space = root.tag.partition("}")[0] + "}" if root.tag.startswith("{") else ""
    own = {int(each.get("numFmtId", 0)): each.get("formatCode", "") for each in root.iter(f"{space}numFmt")}
    styles = root.find(f"{space}cellXfs")
    styles = [] if styles is None else list(styles)
    codes = [int(each.get("numFmtId", 0)) for each in styles]
    aligned = [each.find(f"{space}alignment") for each in styles]
    indents = [0 if each is None else int(each.get("indent", 0)) for each in aligned]
    return (
        telling({place: own.get(code, BUILT_IN.get(code, "")) for place, code in enumerate(codes)}),
        {place: SPACES * levels for place, levels in enumerate(indents) if levels},
    )

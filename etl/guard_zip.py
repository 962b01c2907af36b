"""What is checked inside a zipped workbook before it is parsed. Runs in the reading process."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from etl.extent import extent
from etl.faults import Fault, fault
from etl.guard import MEGABYTE, SPARSE, SPARSE_FROM, Limits
from etl.refused import Refused
from etl.workbook import address

# A spreadsheet's XML packs to a tenth or a twentieth; a hundredfold of this size is made to hurt.
RATIO_LIMIT, RATIO_FROM = 150, 50 * MEGABYTE
MOST_PARTS = 5000  # a workbook of many sheets, pictures and drawings has hundreds
DOCUMENT_TYPE = re.compile(rb"<!(DOCTYPE|ENTITY)|<\x00!\x00D\x00O\x00C\x00T|\x00<\x00!\x00D\x00O\x00C", re.I)
DECLARES = (b"<!", b"<\x00!\x00")  # how it begins, in either width: searching for it, and first for "!", is far quicker
SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml$")
ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]{1,3}\d{1,7})"[^>]*?\bt="e"[^>]*>.*?<(?:\w+:)?v>([^<]*)<', re.S
)
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
OTHER_ZIPS = (
    ("word/", "a Word document"),
    ("ppt/", "a PowerPoint presentation"),
    ("Index/", "a Numbers document"),
)


def check_zip(content: bytes, limits: Limits) -> tuple[list[Fault], dict[str, dict[str, str]]]:
    """Notices, and the error cells of each sheet ({sheet: {address: "#DIV/0!"}}).

    The parser gives a cell in error as blank, so errors are found here. Raises Refused.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive, limits)
            _check_is_workbook(archive)
            return _notices(archive), dict(_scan(archive, limits))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError) as error:
        raise Refused(fault("damaged_workbook", reason="its zip container is broken or cut short")) from error


def _check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(fault("password_protected"))
    if len(parts) > MOST_PARTS:
        raise Refused(fault("damaged_workbook", reason=f"it is made of {len(parts):,} parts"))
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    ratio = unpacked / max(packed, 1)
    if unpacked > limits.unpacked_mb * MEGABYTE or (ratio > RATIO_LIMIT and unpacked > RATIO_FROM):
        raise Refused(fault("unpacks_too_large", size=unpacked / MEGABYTE))


def _check_is_workbook(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Refused(fault("password_protected"))
    if "mimetype" in names and b"spreadsheet" not in archive.read("mimetype"):
        raise Refused(fault("not_a_workbook", looks="a document of another kind"))
    if {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}.isdisjoint(names):
        looks = next(
            (what for start, what in OTHER_ZIPS if any(n.startswith(start) for n in names)), "a zip file"
        )
        raise Refused(fault("not_a_workbook", looks=looks))


def _notices(archive: zipfile.ZipFile) -> list[Fault]:
    return [fault("macros_ignored")] if "xl/vbaProject.bin" in archive.namelist() else []


def _scan(archive: zipfile.ZipFile, limits: Limits) -> Iterator[tuple[str, dict[str, str]]]:
    sheets = sheet_parts(archive)
    for name in archive.namelist():
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        part = archive.read(name)  # its checksum and stated size are verified by zipfile
        if b"!" in part and any(each in part for each in DECLARES) and DOCUMENT_TYPE.search(part):
            raise Refused(fault("unsafe_xml", part=name))
        if SHEET_PART.match(name):
            sheet = sheets.get(name, name)
            _check_extent(sheet, part, limits)
            if b't="e"' in part:
                yield sheet, {at.decode(): text.decode() for at, text in ERROR_CELL.findall(part)}


def _check_extent(sheet: str, part: bytes, limits: Limits) -> None:
    """A stray cell far out makes the parser allocate every cell before it; the declared size doesn't."""
    last_row, width, written = extent(part)
    area = last_row * width
    limit = SPARSE_FROM if area > SPARSE * written else limits.cells
    if area > limit:
        raise Refused(fault("sheet_too_large", sheet, address(last_row - 1, width - 1), cells=area, limit=limit))


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Part name -> sheet name of an xlsx; empty for other kinds, or where the parts are odd."""
    try:
        book, links = archive.read("xl/workbook.xml"), archive.read("xl/_rels/workbook.xml.rels")
        if DOCUMENT_TYPE.search(book) or DOCUMENT_TYPE.search(links):
            return {}  # refused a moment later, when the part itself is reached
        targets = {link.get("Id"): link.get("Target", "") for link in ElementTree.fromstring(links)}
        return {
            _part_name(targets.get(sheet.get(RELATED), "")): sheet.get("name", "")
            for sheet in ElementTree.fromstring(book).iter()
            if sheet.tag.endswith("}sheet")
        }
    except (KeyError, ElementTree.ParseError):
        return {}


def _part_name(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"

"""OpenDocument spreadsheets made in memory, as bytes."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.etl.old_excel import DEEPEST, Indented

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles>'
    + "".join(
        f'<style:style style:name="in{level}" style:family="table-cell"><style:paragraph-properties '
        f'fo:margin-left="{0.353 * level:.3f}cm"/></style:style>'
        for level in range(DEEPEST + 1)
    )
    + "</office:automatic-styles><office:body><office:spreadsheet>"
)
FOOT = "</office:spreadsheet></office:body></office:document-content>"
KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/></manifest:manifest>'
)


def as_ods(rows, sheet="Data", merges=()):
    """One sheet. A cell is None, text, a number, (number, its percentage as shown), or
    Indented(text, level); `merges` are (row, column,
    rows, columns), counted from 0."""
    spans = {(row, column): (high, wide) for row, column, high, wide in merges}
    lines = [
        "<table:table-row>"
        + "".join(_cell(cell, spans.get((number, column))) for column, cell in enumerate(row))
        + "</table:table-row>"
        for number, row in enumerate(rows)
    ]
    content = f'{HEAD}<table:table table:name="{escape(sheet)}">{"".join(lines)}</table:table>{FOOT}'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _cell(value, span):
    over = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if value is None:
        return f"<table:table-cell{over}/>"
    if isinstance(value, Indented):
        over, value = f'{over} table:style-name="in{value.level}"', value.text
    kind, number, shown = "float", value, value
    if isinstance(value, tuple):
        kind, (number, shown) = "percentage", value
    elif isinstance(value, str):
        kind, number, shown = "string", "", escape(value)
    figure = f' office:value="{number}"' if kind != "string" else ""
    return (
        f'<table:table-cell{over} office:value-type="{kind}"{figure}><text:p>{shown}</text:p></table:table-cell>'
    )

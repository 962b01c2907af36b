"""Tables that a page break cut in pieces: the header comes again, and the rows go on."""

from etl.tables.blocks import Block
from etl.tables.cells import filled
from etl.workbook import Sheet


def over_page_breaks(sheet: Sheet, blocks: list[Block]) -> list[Block]:
    """A block whose header is the last one's over again, with nothing between them, goes on with it."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and block.header and _same_header(sheet, last, block):
            data, why = (*last.data, *block.data), f"the header comes again in row {block.header[0] + 1}"
            found[-1] = Block(last.header, data, last.figures, (*last.reasons, why))
        else:
            found.append(block)
    return found


def _same_header(sheet: Sheet, last: Block, block: Block) -> bool:
    said = [[sheet.rows[row] for row in each.header] for each in (last, block)]
    between = range(max(last.data) + 1, block.header[0])
    return said[0] == said[1] and not any(filled(sheet.rows[row]) for row in between)

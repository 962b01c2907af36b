"""Ways in which a file may be broken or hostile: from its name, its bytes and a random source to others."""

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from functools import lru_cache
from random import Random

Mutation = Callable[[str, bytes, Random], tuple[str, bytes]]
LARGEST = 400_000_000  # bytes, ten times what is taken; more would tell of this bench's own memory
NASTY = (
    "=1+1", '=HYPERLINK("http://example.org","x")', "=cmd|' /C calc'!A0", "+SUM(A1)", "@SUM(A1)", "-2+3",
    "\u202eevil", "\ufeff", "𝔘𝔫𝔦", "'; DROP TABLE uploads;--", "<script>alert(1)</script>", "NaN", "1e999", "-1e-999",
    "0x1F", "1,2,3,4", "999999999999999999999999", "31/02/2024", "00/00/0000", "2024-13-45", "[c]", "..", "#REF!",
    "A" * 40_000, "\r\n\t", "{{7*7}}", "%s%s%n", "../../etc/passwd", "٣٤٥", "1\u00a0000", "½", "−5", "True", "None", "",
)  # fmt: skip
XML_NASTY = (b"<c r='A0'/>", b'<c r="XFD1048576"><v>1</v></c>', b"<row/>", b'<v>1e400</v>', b"\xff\xfe", b"<![CDATA[",
             b"&#0;", b"&lol;", b"</sheetData>", b'<mergeCell ref="A1:XFD1048576"/>', b't="s"',
             b'<v>99999999</v>')  # fmt: skip


def bit_flips(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    changed = bytearray(content)
    for _ in range(random.choice((1, 3, 20, 200))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return name, bytes(changed)


def truncated(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    return name, content[: random.randrange(1, len(content))]


def spliced(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    """A piece of the file cut out, doubled or put elsewhere."""
    first, last = sorted(random.randrange(len(content)) for _ in range(2))
    piece, at = content[first : min(last, first + 5000)], random.randrange(len(content))
    return name, content[:at] + piece * random.choice((0, 1, 3)) + content[at + random.choice((0, len(piece))) :]


def wrong_extension(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    ending = random.choice((".xlsx", ".xls", ".csv", ".ods", ".sav", ".pdf", ".exe", "", ".XLSX.csv", ".xlsm"))
    path = random.choice(("", "../../", "C:\\x\\", "a\x00b", "é" * 150))
    return path + name.rpartition(".")[0] + ending, content


def random_cells(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    """Values replaced: in text at random delimiters, in a workbook in its sheets and shared texts."""

    def replaced(part: bytes) -> bytes:
        pattern = rb"(?<=<t>)[^<]*(?=</t>)|(?<=<v>)[^<]*(?=</v>)" if b"<" in part[:200] else rb"(?<=[,;\t\n])[^,;\t\n]*"
        share = random.choice((0.002, 0.02, 0.5))

        def other(found: re.Match) -> bytes:
            return _escaped(random.choice(NASTY)) if random.random() < share else found[0]

        return re.sub(pattern, other, part)

    return name, _in_parts(content, replaced, r"sheet\d+\.xml$|sharedStrings|content\.xml")


def swapped_headers(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    """The first texts shuffled, so that headers stand over the wrong columns."""

    def shuffled(part: bytes) -> bytes:
        pattern = rb"(?<=<t>)[^<]*(?=</t>)" if b"<" in part[:200] else rb"[^,;\t\r\n]+"
        found = list(re.finditer(pattern, part))[:30]
        texts = [each[0] for each in found]
        random.shuffle(texts)
        for each, text in reversed(list(zip(found, texts, strict=True))):
            part = part[: each.start()] + text + part[each.end() :]
        return part

    return name, _in_parts(content, shuffled, r"sharedStrings|sheet1\.xml$|content\.xml")


def broken_xml(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    """A workbook whose parts are well zipped and badly written."""

    def broken(part: bytes) -> bytes:
        for _ in range(random.choice((1, 2, 8))):
            at = random.randrange(len(part) + 1)
            part = part[:at] + random.choice(XML_NASTY) + part[at + random.choice((0, 0, 20)) :]
        return part

    return name, _in_parts(
        content, broken, random.choice((r"sheet\d+\.xml$", r"workbook\.xml", r"styles", r"\.rels$", r"\.xml$"))
    )


def giant_ranges(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    giant = random.choice((b"A1:XFD1048576", b"A1:ZZZZ99999999", b"A1048576:A1", b"A0:A0", b"B2:CV90000"))
    row = random.choice((b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    b'<row r="90000"><c r="CV90000"><v>1</v></c></row>',
                         b'<row r="4294967297"><c r="A4294967297"><v>1</v></c></row>', b""))  # fmt: skip

    def stretched(part: bytes) -> bytes:
        part = re.sub(rb'(<dimension ref=")[^"]*', rb"\g<1>" + giant, part)
        merged = b'</sheetData><mergeCells count="1"><mergeCell ref="' + giant + b'"/></mergeCells>'
        part = part.replace(b"</sheetData>", row + random.choice((merged, b"</sheetData>")))
        repeat = str(random.choice((1000, 1_000_000, 2**31))).encode()
        return part.replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="' + repeat + b'">', 1)

    return name, _in_parts(content, stretched, r"sheet\d+\.xml$|content\.xml")


def bombs(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return name, content + b"," * random.choice((20_000, 3_000_000)) + b"\n" * random.choice((1, 3_000_000))
    target = random.choice(("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/image1.png", "content.xml"))
    return name, _with_members(content, {target: _zeros(random.choice((20, 120)))})


def entities(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n + 1, b"&l%d;" % n * 10) for n in range(9))
    outside = b'<!ENTITY l9 SYSTEM "file:///etc/passwd">'
    head = b'<!DOCTYPE x [<!ENTITY l0 "lol">' + random.choice((laughs, outside)) + b"]>"

    def doctyped(part: bytes) -> bytes:
        part = part.replace(b"?>", b"?>" + head, 1) if b"?>" in part[:200] else head + part
        return re.sub(rb"(?<=<t>)[^<]*", b"&l9;", part, count=3)

    return name, _in_parts(content, doctyped, r"sheet1\.xml$|sharedStrings|content\.xml|workbook\.xml$")


def formulas(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    formula = _escaped(random.choice([each for each in NASTY if each[:1] in "=+@-"]))

    def injected(part: bytes) -> bytes:
        if b"<" not in part[:200]:
            return re.sub(rb"(?<=,)[^,\n]+", formula, part, count=random.choice((1, 50)))
        cached = random.choice((b"", b"<v></v>", b"<v>5</v>"))
        return re.sub(rb"<v>[^<]*</v>", b"<f>" + formula + b"</f>" + cached, part, count=random.choice((1, 50)))

    return name, _in_parts(content, injected, r"sheet\d+\.xml$")


def path_names(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    """Members of a zip that would land elsewhere, stand twice, or are no files."""
    evil = random.choice(
        (
            "../../../tmp/evil",
            "/etc/evil",
            "C:\\evil",
            "xl/worksheets/../../evil",
            "a" * 5000,
            "a\x00b",
            "xl/workbook.xml",
        )
    )
    return name, _with_members(content, {evil: b"evil" * random.choice((1, 1000))}) if _is_zip(content) else content[
        ::-1
    ]


def other_magic(name: str, content: bytes, random: Random) -> tuple[str, bytes]:
    magic = random.choice((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"$FL2", b"$FL3", b"\xff\xfe",
    b"\xef\xbb\xbf",
                           b"sep=\x00\n", b"\xfe\xff", b"%PDF", b"\x00\x00"))  # fmt: skip
    return name, magic + random.choice((content, content[8:], random.randbytes(random.choice((10, 3000)))))


# what zipfile raises at archives that the first of two mutations broke
BROKEN = (
    zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, KeyError, EOFError, struct.error,
    zlib.error,
)  # fmt: skip
MUTATIONS: tuple[Mutation, ...] = (
    bit_flips, truncated, spliced, wrong_extension, random_cells, swapped_headers, broken_xml, giant_ranges, bombs,
    entities, formulas, path_names, other_magic,
)  # fmt: skip


def mutant(files: list[tuple[str, bytes]], seed: int, number: int) -> tuple[str, str, bytes]:
    """The `number`th mutant of a seed: what was done, its name, its bytes. One in five is mutated twice."""
    random = Random(f"{seed}:{number}")
    name, content = random.choice(files)
    done = [random.choice(MUTATIONS) for _ in range(1 + (random.random() < 0.2))]
    for mutation in done:
        name, content = mutation(name, content or b"\x00", random)
    return " and ".join(each.__name__ for each in done), name, content[:LARGEST]


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").encode("utf-8", "replace")


def _is_zip(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04")


def _in_parts(content: bytes, change: Callable[[bytes], bytes], which: str) -> bytes:
    """The file with the parts of it whose names match changed; a file that is no zip is one part."""
    if not _is_zip(content):
        return change(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except BROKEN:
        return change(content)  # by the first of two mutations
    return _zipped({name: change(part) if re.search(which, name) else part for name, part in parts.items()})


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def _with_members(content: bytes, members: dict[str, bytes]) -> bytes:
    out = io.BytesIO(content)
    try:
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a name that stands twice is what is wanted
            for name, part in members.items():
                archive.writestr(name, part)
    except BROKEN:
        return content
    return out.getvalue()


@lru_cache(maxsize=4)
def _zeros(megabytes: int) -> bytes:
    return b"<a>" + b"0" * (megabytes * 1_000_000)

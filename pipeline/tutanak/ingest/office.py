"""Word files (`.docx`): paragraphs, tables, text boxes, notes; without what was struck out."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from tutanak.errors import InputError
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.page import Page
from tutanak.optional import extra
from tutanak.records import Coverage, Notice

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_GONE: Final = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}pPr", f"{_W}rPr"))
_SIGNS: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_NOTES: Final = ("footnotes", "endnotes")
# What Word calls a document that nobody named.
_NO_TITLE: Final = re.compile(
    r"(?:microsoft word|word document|belge\d*|document\d*|.*\.docx?)\b", re.I
)
_MOST_RATIO: Final = 200


def read_docx(content: Content, reading: Reading) -> Page:
    """The text of a Word file, in reading order; notes come last.

    Raises:
        InputError: It is damaged, locked, grows beyond all measure or holds no text.
        MissingPackageError: The extra `archives` is not installed.
    """
    with extra("archives"):
        import docx
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError

    raw = content.read(reading.max_bytes)
    try:
        _refuse_bomb(raw, content.source, reading)
        document = docx.Document(io.BytesIO(raw))
    except (zipfile.BadZipFile, OpcError, LxmlError, KeyError, ValueError) as error:
        raise InputError(
            f"{content.source}: damaged, not readable as a Word file: {error}"
        ) from error
    body = [*_blocks(document.element.body)]
    notes = [*_notes(document.part)]
    text = "\n".join([*body, *([""] if notes else []), *notes])
    if not text.strip():
        raise InputError(f"{content.source}: no text in this Word file (only pictures?)")
    unread = _diagrams(document.part.package)
    notices = []
    if unread:
        message = f"{unread} characters inside diagrams and charts of the file were not read"
        notices.append(Notice("not_read", message))
    heads = sum(
        len(paragraph.text)
        for section in document.sections
        for part in (section.header, section.footer)
        if not part.is_linked_to_previous
        for paragraph in part.paragraphs
    )
    return Page(
        text=text,
        title=_title(document),
        coverage=Coverage(unread=unread, furniture=heads),
        notices=tuple(notices),
    )


def _refuse_bomb(raw: bytes, name: str, reading: Reading) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        grown = sum(info.file_size for info in archive.infolist())
    if grown > max(10 * reading.max_bytes, _MOST_RATIO * len(raw)):
        raise InputError(
            f"{name}: {len(raw):,} bytes unpack to {grown:,}; this looks like a ZIP bomb"
        )


def _title(document: Any) -> str | None:
    for paragraph in document.paragraphs[:10]:
        style = getattr(paragraph.style, "style_id", "") or ""
        if style.startswith(("Title", "Heading1", "KonuBal", "Balk1")) and paragraph.text.strip():
            return str(paragraph.text)
    named = (document.core_properties.title or "").strip()
    return named if named and _NO_TITLE.match(named) is None else None


def _blocks(parent: Any) -> Iterator[str]:
    """A line for each paragraph, and for each row of a table; text boxes behind their paragraph."""
    for element in parent:
        if element.tag == f"{_W}p":
            boxes: list[Any] = []
            yield "".join(_inline(element, boxes))
            for box in boxes:
                yield from _blocks(box)
        elif element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                if next(row.iterancestors(f"{_W}tbl")) is element:
                    yield from _row(row)
        elif element.tag not in _GONE:
            # Content controls, insertions and the like: what they hold counts.
            yield from _blocks(element)


def _row(row: Any) -> Iterator[str]:
    """The cells of a row on one line; one cell alone, or cells of many lines, as paragraphs."""
    cells = [
        [line for line in _blocks(cell) if line.strip()]
        for cell in row.iter(f"{_W}tc")
        if next(cell.iterancestors(f"{_W}tr")) is row
    ]
    filled = [lines for lines in cells if lines]
    if len(filled) > 1 and all(len(lines) <= 2 for lines in filled):
        yield " | ".join(" ".join(lines) for lines in filled)
    else:
        for lines in filled:
            yield from lines


def _inline(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The characters of a paragraph; its text boxes are put aside into `boxes`."""
    for child in element:
        tag = child.tag
        if tag in _GONE or not isinstance(tag, str):
            continue
        if tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag == f"{_W}t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        else:
            yield from _inline(child, boxes)


def _notes(part: Any) -> Iterator[str]:
    from lxml import etree

    for relation in part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_NOTES):
            continue
        tree = etree.fromstring(relation.target_part.blob)
        for note in tree:
            if note.get(f"{_W}type") in (None, "normal"):
                yield from (line for line in _blocks(note) if line.strip())


def _diagrams(package: Any) -> int:
    """How many characters stand in diagrams and charts, which have no place in the text."""
    from lxml import etree

    count = 0
    for part in package.iter_parts():
        name = str(part.partname)
        if re.search(r"/(?:diagrams/data|charts/chart)\d*\.xml$", name):
            count += sum(len(t.text or "") for t in etree.fromstring(part.blob).iter(f"{_A}t"))
    return count

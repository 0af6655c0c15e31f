"""PDF files: text in reading order, without running heads; pages that are only scanned are told."""

from collections.abc import Sequence
from typing import Any, Final

from tutanak.errors import InputError
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.page import Page
from tutanak.ingest.pdf_layout import Piece, reading_order
from tutanak.ingest.pdf_lines import to_text, without_running_heads
from tutanak.ingest.pdf_pieces import pieces_of
from tutanak.optional import extra
from tutanak.records import Coverage, Notice

_FEW: Final = 40  # characters that a stamp or page number on a scanned page may have
_COVERED: Final = 0.5
_MOST_NAMED: Final = 20
_NO_TITLE: Final = ("microsoft word", "untitled", "adsız", "microsoft powerpoint")
_ENDINGS: Final = (".doc", ".docx", ".pdf", ".indd", ".rtf", ".odt", ".cdr", ".qxd")


def read_pdf(content: Content, reading: Reading) -> Page:
    """The text of a PDF file.

    Raises:
        InputError: It is damaged, locked or only scanned.
        MissingPackageError: The extra `archives` is not installed.
    """
    with extra("archives"):
        import pypdfium2

    raw = content.read(reading.max_bytes)
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        why = "locked with a password" if locked else f"damaged, not readable as a PDF: {error}"
        raise InputError(f"{content.source}: {why}; save it again without lock") from error
    pages: list[list[Piece]] = []
    scanned: list[int] = []
    try:
        for number in range(len(document)):
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                scanned.append(number + 1)
                continue
            pieces = _pieces(page)
            if sum(len(piece.text) for piece in pieces) < _FEW and _picture_share(page) > _COVERED:
                scanned.append(number + 1)
                continue
            pages.append(reading_order(pieces))
        count = len(document)
        title = document.get_metadata_value("Title").strip()
    finally:
        document.close()
    bodies, furniture = without_running_heads(pages)
    text = to_text(bodies)
    if not text.strip():
        raise InputError(_nothing(content.source, scanned, count))
    notices = []
    if scanned:
        message = f"{len(scanned)} of {count} pages were not read: {_listed(scanned)} (scanned?)"
        notices.append(Notice("not_read", message))
    return Page(
        text=text,
        title=title if _is_title(title) else None,
        coverage=Coverage(0, tuple(scanned), count, furniture),
        notices=tuple(notices),
    )


def _nothing(name: str, scanned: Sequence[int], count: int) -> str:
    if scanned:
        return f"{name}: {len(scanned)} of {count} pages are scanned; run OCR on it first"
    return f"{name}: no text in this PDF ({count} pages)"


def _listed(pages: Sequence[int]) -> str:
    more = ", …" if len(pages) > _MOST_NAMED else ""
    return ", ".join(map(str, pages[:_MOST_NAMED])) + more


def _is_title(title: str) -> bool:
    folded = title.casefold()
    return bool(title) and not folded.startswith(_NO_TITLE) and not folded.endswith(_ENDINGS)


def _pieces(page: Any) -> list[Piece]:
    text_page = page.get_textpage()
    try:
        return pieces_of(text_page)
    finally:
        text_page.close()


def _picture_share(page: Any) -> float:
    """How much of a page its largest picture covers."""
    import pypdfium2.raw as pdfium

    area = page.get_width() * page.get_height()
    shares = [0.0]
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = one.get_bounds()
        shares.append((right - left) * (top - bottom) / area if area else 0.0)
    return max(shares)

"""How the time for a PDF document grows with what is on it: for each kind of content, the time for twice as much.

`python benchmarks/growth_pdf.py` prints one line a kind: the size of the file, the time, the ratio
of the time for twice as much to it, and how it ended. A ratio of about 2 is linear; where a bound
refuses the larger file it is less.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from statistics import median
from time import process_time

from govinfo import GovInfoError, parse
from govinfo.testing.documents.canvas import bound, shown, written

ROUNDS = 3


def page_of(
    content: str, more: tuple[str, ...] = (), resources: str = "", box: str = "0 0 595 842"
) -> bytes:
    """Return a document of one page with this content, packed."""
    packed = zlib.compress(content.encode("latin-1"), 9).decode("latin-1")
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Resources<</Font<</F 5 0 R>>{resources}>>/Contents 4 0 R>>"
    stream = f"<</Filter/FlateDecode/Length {len(packed)}>>stream\n{packed}\nendstream"
    catalogue = ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>")
    return written([*catalogue, page, stream, font, *more])


def lines(count: int) -> bytes:
    """Many lines, each a path of its own."""
    return page_of(
        "".join(f"{n % 500} {n % 700} m {n % 500} {n % 700 + 50} l S\n" for n in range(count))
    )


def segments(count: int) -> bytes:
    """One path of many segments."""
    return page_of("0 0 m " + "".join(f"{n % 500} {n % 700} l\n" for n in range(count)) + "S")


def boxes(count: int) -> bytes:
    """Many small boxes, as of cells."""
    return page_of("".join(f"{n % 50 * 11} {n // 50 % 80 * 10} 10 9 re S\n" for n in range(count)))


def covers(count: int) -> bytes:
    """Many boxes over the whole page, and characters between them."""
    return page_of(
        "".join(
            f"0 0 595 842 re f BT /F 9 Tf {n % 500} {n % 700} Td (7) Tj ET\n" for n in range(count)
        )
    )


def glyphs(count: int) -> bytes:
    """Many tiny characters on one page."""
    return page_of("BT /F .1 Tf 9 9 Td " + "(0123456789) Tj " * (count // 10) + " ET")


def one_place(count: int) -> bytes:
    """Many characters in one place."""
    return page_of("".join(f"BT /F 9 Tf 72 {700 + n % 3} Td (7) Tj ET\n" for n in range(count)))


def saves(count: int) -> bytes:
    """Many saved states of the painting."""
    return page_of("q " * count)


def forms(count: int) -> bytes:
    """Forms that hold forms, each twice, so deep that they are so many."""
    depth = max(1, count.bit_length() - 1)
    body = "/X Do /X Do"
    nested = [
        f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {7 + n} 0 R>>>>/Length {len(body)}>>"
        f"stream\n{body}\nendstream"
        for n in range(depth)
    ]
    last = "0 0 m 9 9 l S"
    nested.append(
        f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Length {len(last)}>>stream\n{last}\nendstream"
    )
    return page_of("/X Do", tuple(nested), "/XObject<</X 6 0 R>>")


def repeated(count: int) -> bytes:
    """One content that a page names many times."""
    content = "0 0 m 9 9 l S\n" * 1000
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[{'4 0 R ' * (count // 1000)}]>>"
    )
    stream = f"<</Length {len(content)}>>stream\n{content}\nendstream"
    return written(
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream]
    )


def shared(count: int) -> bytes:
    """One content that many pages share."""
    content = "0 0 m 9 9 l S\n" * 2000
    pages = count // 2000
    kids = " ".join(f"{4 + n} 0 R" for n in range(pages))
    stream = f"<</Length {len(content)}>>stream\n{content}\nendstream"
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>"
    tree = f"<</Type/Pages/Kids[{kids}]/Count {pages}>>"
    return written(["<</Type/Catalog/Pages 2 0 R>>", tree, stream, *[page] * pages])


def pages(count: int) -> bytes:
    """Many pages with a line each."""
    return bound([shown(72, 700, "7", 10)] * count)


def wide(count: int) -> bytes:
    """A page of a huge size with boxes all over it."""
    content = "".join(
        f"{n * 7} {n * 5} 9000 9000 re f {shown(n * 7, n * 5, '7', 9)}\n" for n in range(count)
    )
    return page_of(content, box="0 0 1000000 1000000")


KINDS: dict[str, tuple[Callable[[int], bytes], int]] = {
    "lines": (lines, 20_000),
    "segments": (segments, 200_000),
    "boxes": (boxes, 1_000),
    "covers": (covers, 1_000),
    "glyphs": (glyphs, 40_000),
    "one place": (one_place, 4_000),
    "saved states": (saves, 200_000),
    "nested forms": (forms, 4_096),
    "repeated content": (repeated, 100_000),
    "shared content": (shared, 100_000),
    "pages": (pages, 200),
    "a wide page": (wide, 1_000),
}
"""What grows, and where it begins."""


def measured(document: bytes) -> tuple[float, str]:
    """Return the time that reading takes, and how it ended."""
    start, ended = process_time(), "read"
    try:
        parse(document)
    except GovInfoError as error:
        ended = type(error).__name__ + ": " + str(error)[:70]
    return process_time() - start, ended


def main() -> None:
    """Print one line a kind."""
    for name, (make, count) in KINDS.items():
        single, double = make(count), make(2 * count)
        times = [(measured(single), measured(double)) for _ in range(ROUNDS)]
        ratio = median(twice[0] / max(once[0], 1e-9) for once, twice in times)
        once = median(once[0] for once, _ in times)
        print(
            f"{name:18} {len(single):9,} B {once * 1000:8.0f} ms  x2: {ratio:5.2f}  {times[0][1][1]}"
        )


if __name__ == "__main__":
    main()

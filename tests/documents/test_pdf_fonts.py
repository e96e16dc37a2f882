"""A PDF document reads the same with whatever fonts the machine has, for it is read by what the file declares."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from thorough import THOROUGH

HERE = Path(__file__).parent
DIGITS = "0123456789.,-"
NAMES = (
    "AR PL UMing CN Light",
    "WenQuanYi Micro Hei",
    "DejaVu Sans",
    "Liberation Sans",
    "Arial",
    "STSong-Light",
)
"""Names under which pdfium looks for a font for Chinese text, and for Latin text."""


def made_font(folder: Path, name: str, *, width: float, ink: float) -> None:
    """Make a font whose figures are so wide, and whose ink covers so much of them, in parts of the size of the type."""
    builder = pytest.importorskip(
        "fontTools.fontBuilder", reason="fonts of other measures are made with fonttools"
    )
    pen = pytest.importorskip("fontTools.pens.ttGlyphPen")
    characters = DIGITS + "甲乙丙丁规章行政许可年月日一二三四五"
    names = [".notdef", *(f"uni{ord(character):04X}" for character in characters)]

    def drawn(size: float) -> object:
        outline = pen.TTGlyphPen(None)
        outline.moveTo((0, -200))
        for point in (
            (0, int(900 * size)),
            (int(1000 * size), int(900 * size)),
            (int(1000 * size), -200),
        ):
            outline.lineTo(point)
        outline.closePath()
        return outline.glyph()

    font = builder.FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(
        {ord(character): names[place] for place, character in enumerate(characters, 1)}
    )
    font.setupGlyf({each: drawn(ink) for each in names})
    font.setupHorizontalMetrics({each: (int(1000 * width), 0) for each in names})
    font.setupHorizontalHeader(ascent=1500, descent=-700)
    font.setupNameTable(
        {"familyName": name, "styleName": "Regular", "psName": name.replace(" ", "")}
    )
    # The code page of simplified Chinese, and of Latin.
    font.setupOS2(
        sTypoAscender=1500, usWinAscent=1500, usWinDescent=700, ulCodePageRange1=(1 << 18) | 1
    )
    font.setupPost()
    font.save(folder / f"{name.replace(' ', '')}.ttf")


def fonts(kind: str, folder: Path) -> Path:
    """Return a folder with the fonts of one kind of machine."""
    folder.mkdir()
    if kind == "dejavu":
        matplotlib = pytest.importorskip("matplotlib", reason="matplotlib brings the DejaVu fonts")
        for file in (Path(matplotlib.get_data_path()) / "fonts" / "ttf").glob("DejaVuSans*.ttf"):
            shutil.copy(file, folder)
    elif kind in ("narrow", "wide"):
        for name in NAMES:
            made_font(
                folder,
                name,
                **({"width": 0.2, "ink": 0.1} if kind == "narrow" else {"width": 2.0, "ink": 3.0}),
            )
    return folder


@pytest.mark.parametrize("kind", ["none", "wide", *(["dejavu", "narrow"] if THOROUGH else [])])
def test_with_fonts(kind: str, tmp_path: Path) -> None:
    """The tests of pages and of whole reports hold with no font at all, and with fonts of any measures."""
    options = ("-p", "fonts", "-p", "no:cacheprovider", "--hypothesis-profile=fast")
    files = ["test_pdf.py::test_values", "test_pdf_pages.py", "test_pdf_seen.py"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *options, *files],
        cwd=HERE,
        env={
            **os.environ,
            "GOVINFO_FONTS": str(fonts(kind, tmp_path / "fonts")),
            "PYTHONPATH": str(HERE),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-1000:]


def test_fonts_are_found(tmp_path: Path) -> None:
    """Pdfium does use the fonts of the folder: the ink of one that is not embedded is that of the font made here."""
    script = """
import sys
from ctypes import c_double
import pypdfium2
import pypdfium2.raw as pdfium
from govinfo.testing.documents.canvas import bound, shown
import fonts

text = pypdfium2.PdfDocument(bound([shown(72, 700, '4', 10)]))[0].get_textpage()
sides = [c_double() for _ in range(4)]
pdfium.FPDFText_GetCharBox(text.raw, 0, *sides)
print(round(sides[1].value - sides[0].value, 1))
"""

    def ink(kind: str) -> str:
        environment = {
            **os.environ,
            "GOVINFO_FONTS": str(fonts(kind, tmp_path / kind)),
            "PYTHONPATH": str(HERE),
        }
        return subprocess.run(
            [sys.executable, "-c", script],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()

    assert (ink("narrow"), ink("wide")) == ("1.0", "30.0")

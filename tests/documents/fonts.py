"""Plug-in for pytest: pdfium finds the fonts of one folder, and none of the machine's.

`python -m pytest -p fonts …` with `GOVINFO_FONTS=FOLDER`; an empty folder stands for a machine
without fonts.
"""

from __future__ import annotations

import os
from ctypes import POINTER, c_char, cast, create_string_buffer

import pypdfium2.raw as pdfium

__all__ = ["use_fonts"]

_KEPT: list[object] = []
"""Pdfium goes on looking at what it was given."""


def use_fonts(folder: str) -> None:
    """Start pdfium anew, so that it finds the fonts of this folder alone."""
    name = create_string_buffer(folder.encode())
    paths = (POINTER(c_char) * 2)(cast(name, POINTER(c_char)), POINTER(c_char)())
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=paths)
    _KEPT.extend([name, paths, config])
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(config)


if "GOVINFO_FONTS" in os.environ:
    use_fonts(os.environ["GOVINFO_FONTS"])

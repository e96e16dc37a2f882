"""Handles of pdfium: pointers of a library that has no types."""

from __future__ import annotations

from typing import Any, TypeAlias

__all__ = ["Handle"]

Handle: TypeAlias = Any
"""A document, a page, a text, a font or another object of pdfium."""

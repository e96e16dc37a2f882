"""Binding: the one place where shapes and meanings meet; a page and a form become a report."""

from __future__ import annotations

from govinfo.binding.binder import bind

__all__ = ["bind"]

"""Adapters turn a text into a page: one dialect a file, shapes without meanings."""

from __future__ import annotations

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.registry import ADAPTERS, available_adapters

__all__ = ["ADAPTERS", "Adapter", "Match", "available_adapters"]

"""Statutory tables whose cells are apart: rows by their labels, columns by their heads."""

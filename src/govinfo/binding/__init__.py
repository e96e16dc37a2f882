"""Binding: the one place where shapes and meanings meet; a page and a form become a report."""

"""Drafts as documents: Word files, PDF files, and pages drawn by hand."""

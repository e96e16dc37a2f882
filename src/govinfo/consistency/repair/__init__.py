"""Suggestions: the smallest changes that make the identities hold, with evidence for each."""

"""Repair suggestions: the smallest changes that make the identities hold, and the evidence for each."""

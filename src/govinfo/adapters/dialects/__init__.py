"""The dialects, one a file: each recognises its own shape of dump and reads it into a page."""

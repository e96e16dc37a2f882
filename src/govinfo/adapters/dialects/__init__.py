"""The dialects, one a file: each recognises its own kind of text and reads it into a page."""

"""PDF documents: pdfium finds the characters, and pdfplumber the cells between lines."""

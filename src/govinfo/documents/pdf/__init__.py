"""PDF documents: characters and lines as pdfium finds them, the cells between the lines as pdfplumber does."""

"""The head of a report: title, year, agency, dates, header fields and signature."""

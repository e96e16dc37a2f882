"""What a report says about itself: title, year, agency, dates, header fields and signature."""

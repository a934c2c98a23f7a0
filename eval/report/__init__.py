"""A run as a page and as a workbook."""

"""Workbooks in and out. Only this package knows spreadsheet libraries."""

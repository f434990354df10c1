"""Sheets on their way out: what is asked for, its pages as pictures, a PDF file, a printer."""

"""Data files by path: regions, wording, fonts, icons, templates, translations, the sample book."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the data files lie, in a checkout as in an installed program."""

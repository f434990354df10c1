"""Foreign files are read in a process of their own: its death is a sentence, never that of the window."""

from gui.reading.reader import Reader as Reader

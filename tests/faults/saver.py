"""A process that edits and saves one book for ever, and says each time what it has saved."""

import sys
from dataclasses import replace
from pathlib import Path

from model.excel.book_file import read_book
from model.excel.book_saving import save_book
from model.excel.reader import read_grid


def main() -> None:
    """Save the book named on the command line with its first figure one higher each time."""
    path = Path(sys.argv[1])
    grid = read_grid(path)
    book, known = read_book(grid), grid.sha256
    while True:
        frame = book.observations.copy()
        value = round(frame["value"].tolist()[0]) + 1
        frame.loc[0, "value"] = value
        book = replace(book, observations=frame)
        print(f"saving {value}", flush=True)
        known = save_book(book, path, "1.0", known=known)
        print(f"saved {value}", flush=True)


if __name__ == "__main__":
    main()

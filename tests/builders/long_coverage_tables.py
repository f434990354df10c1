"""Coverage tables of many rows, for tests of paper: pages break in them, and every kind of row is there."""

from dataclasses import replace

from model.coverage import CoverageTable, Row
from tests.builders.summaries import coverage_table, row


def long_table(count: int) -> CoverageTable:
    """Return a table of *count* made-up regencies, among them every awkward kind of row."""
    rows = [
        row(f"35.{place:02}", f"Kabupaten Contoh {place}", 40_000 + 977 * place, 20_000 + 391 * place, 0.5)
        for place in range(1, count + 1)
    ]
    rows[0] = replace(rows[0], name="Kepulauan Siau Tagulandang Biaro dan Pegunungan Bintang Selatan")
    rows[1] = row("35.02", "Lebih dari seratus", 51_086, 77_074, 1.5)
    rows[2] = row("35.03", "Tanpa potensi", None, 12_345)
    rows[3] = row("35.04", "Tanpa angka", None, None)
    return coverage_table(rows)


def segment_rows(regions: int) -> tuple[Row, ...]:
    """Return *regions* regencies by four segments each."""
    return tuple(
        replace(
            row(f"62.{place:02}", f"Kabupaten Contoh {place}", 9_000 + 100 * place, 3_000 + 90 * place),
            segment=segment,
        )
        for place in range(1, regions + 1)
        for segment in ("PU", "BPU", "JAKON", "PMI")
    )

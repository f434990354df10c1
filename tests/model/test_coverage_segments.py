from model.coverage import coverage_table, region_row
from tests.builders.books import DECEMBER, MARCH, book, counted


def test_segments_are_never_added_to_the_total_of_their_region() -> None:
    rows = (
        counted("62.02", active=44_724, eligible=91_000, segment="PU"),
        counted("62.02", active=4_545, eligible=73_163, segment="BPU"),
        counted("62.02", active=1_622, eligible=15_566, segment="JAKON"),
        counted("62.02", active=50_891, eligible=179_730),
    )

    table = coverage_table(book(*rows), by=("segment",), region="62.02")

    assert [row.segment for row in table.rows] == ["PU", "BPU", "JAKON"]
    assert [round(row.coverage or 0, 4) for row in table.rows] == [0.4915, 0.0621, 0.1042]
    assert table.total.active == 50_891
    assert table.total.eligible == 179_730


def test_segments_make_the_total_where_a_region_has_none() -> None:
    rows = (
        counted("62.02", active=3, eligible=10, segment="PU"),
        counted("62.02", active=1, eligible=10, segment="BPU"),
    )

    assert region_row(book(*rows), "62.02", "", MARCH).active == 4


def test_a_region_with_a_missing_segment_has_no_total() -> None:
    rows = (
        counted("62.02", active=3, eligible=10, segment="PU"),
        counted("62.02", eligible=10, segment="BPU"),
        counted("62.02", active=1, eligible=10, segment="BPU", as_of=DECEMBER),
    )

    assert region_row(book(*rows), "62.02", "", MARCH).active is None


def test_by_region_and_segment_each_segment_is_ranked_among_its_own() -> None:
    rows = [
        counted(code, active=active, eligible=100, segment=segment)
        for code, segment, active in [
            ("62.01", "PU", 50),
            ("62.01", "BPU", 10),
            ("62.02", "PU", 60),
            ("62.02", "BPU", 5),
        ]
    ]

    table = coverage_table(book(*rows), by=("region", "segment"))

    ranks = {(row.code, row.segment): row.rank for row in table.rows}
    assert ranks == {("62.01", "PU"): 2, ("62.01", "BPU"): 1, ("62.02", "PU"): 1, ("62.02", "BPU"): 2}

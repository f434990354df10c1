import pytest

from model.report.pages import PageImage, page_count, page_image, page_sizes, page_text
from model.report.sheet import sheet_pdf
from tests.builders.long_coverage_tables import long_table
from tests.builders.summaries import summary


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return sheet_pdf([summary(table=long_table(38), paper="a4"), summary(paper="folio")])


def rows(image: PageImage, first: int, last: int) -> list[bytes]:
    wide = image.width * (3 if image.format == "RGB" else 1)
    return [image.data[row * image.stride : row * image.stride + wide] for row in range(first, last)]


def test_pages_are_counted_and_measured_in_points(pdf: bytes) -> None:
    assert page_count(pdf) == 3
    assert [(round(width), round(height)) for width, height in page_sizes(pdf)] == [
        (595, 842),
        (595, 842),
        (595, 935),
    ]


def test_a_picture_has_the_size_of_the_page_at_its_scale(pdf: bytes) -> None:
    image = page_image(pdf, 0, 1.5)

    assert (image.width, image.height, image.format) == (893, 1263, "RGB")
    assert len(image.data) == image.stride * image.height
    assert image.stride >= image.width * 3


def test_paper_is_white_and_ink_is_dark(pdf: bytes) -> None:
    image = page_image(pdf, 0, 1.0)

    assert image.data[:3] == b"\xff\xff\xff"
    assert min(image.data) < 60


def test_colours_come_as_red_green_blue(pdf: bytes) -> None:
    image = page_image(pdf, 0, 2.0)
    pixels = {
        row[place : place + 3] for row in rows(image, 0, image.height) for place in range(0, len(row), 3)
    }

    assert bytes((0x93, 0xB3, 0xAF)) in pixels  # a data bar
    assert bytes((0xAF, 0xB3, 0x93)) not in pixels


@pytest.mark.parametrize("grey", [False, True])
def test_bands_are_the_rows_of_the_whole_page(pdf: bytes, grey: bool) -> None:
    whole = page_image(pdf, 0, 2.3, grey=grey)
    expected = b"".join(rows(whole, 0, whole.height))
    bands = [page_image(pdf, 0, 2.3, grey=grey, band=(top, top + 300)) for top in range(0, whole.height, 300)]
    joined = b"".join(row for band in bands for row in rows(band, 0, band.height))

    # Letters that a seam cuts may differ by one of 255 steps at their edges, which no eye sees.
    assert len(joined) == len(expected)
    assert max(abs(first - second) for first, second in zip(joined, expected, strict=True)) <= 1


def test_a_grey_picture_takes_one_byte_a_pixel(pdf: bytes) -> None:
    image = page_image(pdf, 0, 1.0, grey=True)

    assert image.format == "GREY"
    assert image.stride < image.width + 4


def test_a_band_is_cut_to_the_page(pdf: bytes) -> None:
    assert page_image(pdf, 0, 1.0, band=(-10, 5)).height == 5
    assert page_image(pdf, 0, 1.0, band=(840, 5000)).height == 2


@pytest.mark.parametrize("band", [(900, 950), (10, 10), (20, 10)])
def test_a_band_off_the_page_is_an_error(pdf: bytes, band: tuple[int, int]) -> None:
    with pytest.raises(IndexError, match="rows"):
        page_image(pdf, 0, 1.0, band=band)


@pytest.mark.parametrize("page", [-1, 3])
def test_a_page_that_does_not_exist_is_an_error(pdf: bytes, page: int) -> None:
    with pytest.raises(IndexError, match="page"):
        page_image(pdf, page, 1.0)


def test_the_text_of_a_page_can_be_read_back(pdf: bytes) -> None:
    assert "Provinsi Kalimantan Tengah, posisi per 31 Maret 2025" in page_text(pdf, 0)

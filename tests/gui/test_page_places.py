import pytest

from gui.printing.page_places import FIT_PAGE, FIT_WIDTH, LARGEST, SMALLEST, placed, scale_for

F4 = (609.449, 935.433)
A4 = (595.276, 841.89)


def test_at_100_percent_a_page_is_as_large_as_on_paper() -> None:
    places = placed((F4,), 1.0, (1000, 800), 24, 16)

    assert places.places[0].width == pytest.approx(215 / 25.4 * 96, abs=0.1)
    assert places.places[0].height == pytest.approx(330 / 25.4 * 96, abs=0.1)


def test_fit_to_width_leaves_the_margins_only() -> None:
    places = placed((F4, A4), FIT_WIDTH, (700, 800), 24, 16)

    assert places.places[0].width == pytest.approx(700 - 48)
    assert places.places[0].x == pytest.approx(24)
    assert places.width == 700


def test_a_narrower_page_is_centred() -> None:
    places = placed((F4, A4), FIT_WIDTH, (700, 800), 24, 16)

    assert places.places[1].x == pytest.approx((700 - places.places[1].width) / 2)


def test_fit_to_page_shows_the_whole_page_with_its_margins() -> None:
    places = placed((F4,), FIT_PAGE, (2000, 900), 24, 16)

    assert places.places[0].height == pytest.approx(900 - 48)
    assert places.height == pytest.approx(900)


def test_a_zoom_beyond_the_limits_is_limited() -> None:
    assert scale_for((F4,), 9.0, (700, 800), 24) == LARGEST
    assert scale_for((F4,), FIT_WIDTH, (10, 10), 24) == SMALLEST


def test_pages_stand_below_each_other_with_a_gap() -> None:
    first, second = placed((F4, F4), 0.5, (700, 300), 24, 16).places

    assert second.y == pytest.approx(first.bottom + 16)


def test_a_view_shows_the_pages_that_it_touches() -> None:
    places = placed((F4,) * 5, 0.5, (700, 300), 24, 16)
    second = places.places[1]

    assert list(places.at(0, 100)) == [0]
    assert list(places.at(second.y - 20, second.y + 1)) == [0, 1]
    assert list(places.at(0, places.height)) == [0, 1, 2, 3, 4]
    assert places.current(second.y - 20, second.y + 200) == 1


def test_no_pages_need_no_room() -> None:
    places = placed((), FIT_WIDTH, (700, 300), 24, 16)

    assert list(places.at(0, 300)) == []
    assert places.current(0, 300) == 0
    assert places.height == 300

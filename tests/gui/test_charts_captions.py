from gui.charts.captions import Caption, place_captions


def width(text: str) -> float:
    return 6.0 * len(text)


def placed(xs: list[float], room: float = 600) -> tuple[Caption, ...]:
    long = [f"putus deret: Basis {number}" for number in range(len(xs))]
    short = [f"Basis {number}" for number in range(len(xs))]
    return place_captions(xs, (long, short), width, room=(0, room), gap=12)


def test_captions_with_room_are_long_and_centred_over_their_marks() -> None:
    first, second = placed([150, 450])

    assert (first.text, first.row) == ("putus deret: Basis 0", 0)
    assert first.left + first.width / 2 == 150
    assert second.left + second.width / 2 == 450


def test_captions_close_together_stand_in_two_rows() -> None:
    captions = placed([200, 290])

    assert [caption.row for caption in captions] == [0, 1]
    assert captions[0].text == "putus deret: Basis 0"


def test_captions_closer_still_are_short() -> None:
    captions = placed([200, 260])

    assert [caption.text for caption in captions] == ["Basis 0", "Basis 1"]


def test_no_mark_runs_through_a_caption_and_no_caption_lies_on_another() -> None:
    for apart in range(5, 200, 5):
        captions = placed([100.0, 100.0 + apart, 100.0 + 2 * apart])
        for number, one in enumerate(captions):
            for other in captions[number + 1 :]:
                if one.row == other.row:
                    assert one.left + one.width <= other.left or other.left + other.width <= one.left
                else:
                    upper, lower = (one, other) if one.row > other.row else (other, one)
                    assert not lower.left < upper.x < lower.left + lower.width


def test_a_caption_at_the_edge_is_moved_inside() -> None:
    (caption,) = placed([595])

    assert caption.left + caption.width == 600

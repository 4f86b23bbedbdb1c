"""A drawing is written in fewer bytes and looks the same."""

from reporter.figures.drawing.lean import SVG, lean

HEAD = f'<svg xmlns="{SVG}" width="10pt" height="10pt">'
STYLED = ' style="fill: none; stroke: #c9ced3"'


def body(drawing: str) -> str:
    """What stands inside the drawing, thinned."""
    return lean(f"{HEAD}{drawing}</svg>").partition(">")[2].removesuffix("</svg>").replace(" />", "/>")


def test_numbers_keep_two_decimals_and_texts_all_of_theirs() -> None:
    assert body('<text x="1.23456">1.23456</text>') == '<text x="1.23">1.23456</text>'
    assert body('<path d="M -0.0004 2.50000 \nL 3.999999 4 \nz"/>') == '<path d="M0 2.5L4 4z"/>'


def test_a_group_that_only_has_a_name_is_opened() -> None:
    assert body('<g id="a"><g id="b"><path d="M 0 0"/></g></g>') == '<path d="M0 0"/>'
    assert body('<g clip-path="url(#c)"><path d="M 0 0"/></g>') == (
        '<g clip-path="url(#c)"><path d="M0 0"/></g>'
    )


def test_neighbours_that_look_alike_say_it_once() -> None:
    assert body(f'<path d="M 0 0"{STYLED}/><path d="M 1 1"{STYLED}/>') == (
        '<g style="fill:none;stroke:#c9ced3"><path d="M0 0"/><path d="M1 1"/></g>'
    )


def test_what_is_see_through_as_a_whole_stays_by_itself() -> None:
    pale = '<path d="M0 0" style="opacity:0.5"/>'
    assert body(pale * 2) == pale * 2


def test_the_typeface_is_named_once() -> None:
    text = "<text style=\"font-size: 7px; font-family: 'A', serif; text-anchor: start\">x</text>"
    drawing = lean(f"{HEAD}{text}{text}</svg>")
    assert drawing.count("serif") == 1
    assert drawing.count("font-size:7px") == 1

"""The structure tree of a PDF, as it is read aloud: what breaks over pages is one element and is told once.

WeasyPrint makes a tree a page, so that a table over two pages is two tables with a head each. Which element
of the page a tag was made of it does not keep: `recorded` does, and `finish` mends the tree before it is
written. Sections in brackets are those of ISO 32000-1.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import weasyprint
from pydyf import Array, Dictionary, String
from weasyprint.pdf import tags

from reporter.errors import Where, fault

Boxes = Mapping[int, Any]
"""Number of a structure element → the box on the page that it was made of."""
Drawn = Mapping[bytes, list[bytes]]
"""Page → the elements that hold what is drawn on it, by number."""
Origin = tuple[int, str, str]
"""The same for all pieces of one element of the page."""
BUILDER = "_build_box_tree"
"""Where WeasyPrint has an element and its box at hand together; a private function of weasyprint.pdf.tags."""
REPEATED = {"/THead", "/TFoot"}
POINTS = 0.75
"""In a CSS pixel."""
HOLDING = {"/P", "/TD", "/TH", "/LBody", "/Span", *(f"/H{level}" for level in range(1, 7))}
"""What may hold drawn content itself: all that these documents have but grouping elements [14.8.4.2]."""


@contextmanager
def recorded() -> Iterator[dict[int, Any]]:
    """The boxes of the elements that are tagged meanwhile; Faults where WeasyPrint tags in another way."""
    boxes: dict[int, Any] = {}
    build = getattr(tags, BUILDER, None)
    if build is None:
        what = f"version {weasyprint.__version__} tags a PDF in a way that cannot be followed"
        raise fault(Where("weasyprint"), what, "pip install -r requirements.txt")

    def remembered(box: Any, *rest: Any) -> Iterator[Any]:
        for element in build(box, *rest):
            boxes.setdefault(element.number, getattr(box, "_box", box))
            yield element

    setattr(tags, BUILDER, remembered)
    try:
        yield boxes
    finally:
        setattr(tags, BUILDER, build)


def finish(pdf: Any, boxes: Boxes) -> None:
    """Joins what pages part, and says what WeasyPrint leaves unsaid: what a head cell heads, where a figure
    stands, what a link says. What is outside the tree (running heads, repeated ones) becomes an artifact.
    """
    root = at(pdf, pdf.catalog["StructTreeRoot"])
    document, parents = at(pdf, root["K"][0]), at(pdf, root["ParentTree"])["Nums"]
    pages, document["K"] = document["K"], Array()
    drawn = {page: parents[2 * n + 1] for n, page in enumerate(pdf.page_references)}
    _join(pdf, boxes, document, pages)
    for element in list(below(pdf, document)):
        _rejoin(pdf, boxes, element, drawn)
        _say(pdf, boxes, element, parents)
        _take_in(pdf, boxes, element, drawn)
    _put_aside(pdf, parents, {element.number for element in below(pdf, document)})


def at(pdf: Any, reference: Any) -> Any:
    """The object that a reference leads to."""
    return pdf.objects[int(bytes(reference).split()[0])]


def below(pdf: Any, element: Any) -> Iterator[Any]:
    """The element and all elements inside it, in the order they are read."""
    yield element
    for kid in _kids(pdf, element):
        if "S" in kid:
            yield from below(pdf, kid)


def figures(pdf: Any, boxes: Boxes) -> Iterator[tuple[str, Any]]:
    """The drawings, each with the id of the page's figure that it stands in."""
    for element in pdf.objects:
        if isinstance(element, Dictionary) and element.get("S") == "/Figure":
            around = element
            while around["S"] != "/Document" and _tag(boxes, around) != "figure":
                around = at(pdf, around["P"])
            if around["S"] != "/Document":
                yield boxes[around.number].element.get("id", ""), element


def _tag(boxes: Boxes, element: Any) -> str:
    return boxes[element.number].element_tag if element.number in boxes else ""


def _kids(pdf: Any, element: Any) -> list[Any]:
    """What an element holds: elements, and references to annotations; not its drawn content."""
    return [at(pdf, kid) for kid in element["K"] if isinstance(kid, bytes)]


def _origin(boxes: Boxes, element: Any) -> Origin | None:
    """None for a run of text, which has no box."""
    box = boxes.get(element.number)
    return None if box is None else (id(box.element), box.element_tag, element["S"])


def _join(pdf: Any, boxes: Boxes, whole: Any, later: list[bytes]) -> None:
    """Puts what `later` refers to after what `whole` holds, each piece into the element it continues."""
    before = {origin: kid for kid in _kids(pdf, whole) if (origin := _origin(boxes, kid))}
    last = whole["K"][-1] if whole["K"] else None
    for n, reference in enumerate(later):
        piece = at(pdf, reference)
        origin = _origin(boxes, piece)
        found = before.get(origin) if origin else None
        adjoins = n == 0 and found is not None and found.reference == last
        if found is None or not _continues(boxes, whole, found, piece, adjoins):
            whole["K"].append(reference)
            if "S" in piece:
                piece["P"] = whole.reference
            if origin:
                before[origin] = piece
        elif piece["S"] not in REPEATED:
            _join(pdf, boxes, found, piece["K"])


def _continues(boxes: Boxes, whole: Any, found: Any, piece: Any, adjoins: bool) -> bool:
    """Whether a piece may be put into the one found. Drawn content stays where its page is told [14.7.4.2];
    and a box that has no element of its own bears that of the box around it: such pieces are one only where
    nothing stands between them.
    """
    drawn = any(isinstance(kid, int) for kid in (*found["K"], *piece["K"]))
    around, own = boxes.get(whole.number), boxes[found.number].element
    return not drawn and (adjoins or around is None or around.element is not own)


def _rejoin(pdf: Any, boxes: Boxes, whole: Any, drawn: Drawn) -> None:
    """Makes one link of those that a link over several lines of a page became."""
    kids = [kid for kid in _kids(pdf, whole) if "S" in kid]
    for before, piece in reversed([*pairwise(kids)]):
        one = _origin(boxes, before) == _origin(boxes, piece) and before["Pg"] == piece["Pg"]
        if piece["S"] == "/Link" and one:
            _move(pdf, piece, before, drawn)
            whole["K"].remove(piece.reference)


def _move(pdf: Any, piece: Any, whole: Any, drawn: Drawn) -> None:
    """Puts all that one element holds into another of the same page, and tells what is moved of it."""
    for kid in piece["K"]:
        if isinstance(kid, int):
            drawn[piece["Pg"]][kid] = whole.reference
        elif "S" in at(pdf, kid):
            at(pdf, kid)["P"] = whole.reference
    whole["K"].extend(piece["K"])
    piece["K"] = Array()


def _say(pdf: Any, boxes: Boxes, element: Any, parents: list[Any]) -> None:
    match element["S"]:
        case "/TH":
            rows = at(pdf, at(pdf, element["P"])["P"])
            element["A"]["Scope"] = "/Column" if rows["S"] == "/THead" else "/Row"
            element.pop("ID", None)
        case "/TD":  # WeasyPrint counts headers wrongly below a cell that spans rows; the scope says the same
            element["A"].pop("Headers", None)
        case "/Figure" if "A" in element:
            element["A"]["BBox"] = _placed(pdf, element)
        case "/Link":
            _link(pdf, boxes, element, parents)
        case "/LI":
            _body(pdf, element)


def _placed(pdf: Any, figure: Any) -> Array:
    """The figure's box in points from the foot of its page [14.8.5.4.3], given in pixels from the head."""
    left, top, right, bottom = figure["A"]["BBox"]
    height = at(pdf, figure["Pg"])["MediaBox"][3]
    return Array((left * POINTS, height - bottom * POINTS, right * POINTS, height - top * POINTS))


def _link(pdf: Any, boxes: Boxes, link: Any, parents: list[Any]) -> None:
    """A link's annotations say its text, not the address; those of what CSS puts inside it become its own,
    since no link stands inside a link.
    """
    for inner in [kid for kid in _kids(pdf, link) if kid.get("S") == "/Link"]:
        inner["S"] = "/Span"
        moved = [kid for kid in inner["K"] if isinstance(kid, bytes) and "S" not in at(pdf, kid)]
        inner["K"] = Array(kid for kid in inner["K"] if kid not in moved)
        link["K"].extend(moved)
    for kid in _kids(pdf, link):
        if "Obj" in kid:
            annotation = at(pdf, kid["Obj"])
            annotation["Contents"] = String(" ".join("".join(boxes[link.number].element.itertext()).split()))
            parents[2 * annotation["StructParent"] + 1] = link.reference


def _body(pdf: Any, item: Any) -> None:
    """What an item holds beside its number or bullet becomes its body [14.8.4.3.3]."""
    loose = [kid for kid in _kids(pdf, item) if kid["S"] != "/Lbl"]
    if all(kid["S"] == "/LBody" for kid in loose):
        return
    body = Dictionary({"Type": "/StructElem", "S": "/LBody", "P": item.reference, "Pg": item["Pg"]})
    pdf.add_object(body)
    body["K"] = Array(kid.reference for kid in loose)
    for kid in loose:
        kid.update({"P": body.reference, "S": "/Div" if kid["S"] == "/LBody" else kid["S"]})
    item["K"] = Array([*(kid for kid in item["K"] if kid not in body["K"]), body.reference])


def _take_in(pdf: Any, boxes: Boxes, whole: Any, drawn: Drawn) -> None:
    """Lets an element hold its own text: WeasyPrint makes a span of every run, which says nothing and is
    four in ten of all elements. One on another page than its element's stays [14.7.4.2].
    """
    if whole["S"] in HOLDING:
        for run in _kids(pdf, whole):
            if run.get("S") == "/Span" and run.number not in boxes and run["Pg"] == whole["Pg"]:
                (number,) = run["K"]
                whole["K"][whole["K"].index(run.reference)] = number
                drawn[run["Pg"]][number] = whole.reference


def _put_aside(pdf: Any, parents: list[Any], inside: set[int]) -> None:
    """Drawn content that no element of the tree holds becomes an artifact, and its elements nothing."""
    for page, reference in enumerate(pdf.page_references):
        elements = parents[2 * page + 1]
        outside = {n for n, element in enumerate(elements) if int(element.split()[0]) not in inside}
        _as_artifacts(at(pdf, at(pdf, reference)["Contents"]).stream, outside)
        parents[2 * page + 1] = Array("null" if n in outside else kid for n, kid in enumerate(elements))
    for thing in pdf.objects:
        tag = isinstance(thing, Dictionary) and thing.get("Type") == "/StructElem"
        if tag and thing.number not in inside:
            thing.clear()


def _as_artifacts(stream: list[Any], outside: set[int]) -> None:
    """Marks the sequences of these numbers in a page's stream as pagination [14.8.2.2]."""
    for n, token in enumerate(stream):
        if isinstance(token, Dictionary) and token.get("MCID") in outside:
            stream[n - 1 : n + 1] = ["/Artifact", Dictionary({"Type": "/Pagination"})]

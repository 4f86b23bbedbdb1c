"""What a screen reader is told: one table over many pages, lists, links and figures as they are meant."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from made_up_theme import with_template
from weasyprint.pdf import tags

from reporter.errors import Faults
from reporter.model.document import Cell, Columns, Document, Figure, Paragraph, Prose, Rows, Section, Table
from reporter.model.guide import Contents, Entry
from reporter.model.theme import Theme
from reporter.render import RENDERERS
from reporter.render.validation import breaches

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0,0H9" stroke="#000"/></svg>'
ROWS = tuple((Cell(f"Region {n}", head="row"), Cell(f"{n}", number=True)) for n in range(1, 71))
HEAD = (Cell("Land", head="col"), Cell("Score", head="col", number=True))
TABLE = Table("long", "Long", "Points", (HEAD,), (Rows(ROWS[:60]), Rows(ROWS[60:])))
LIST = "\n\n".join(f"{n}. Point {n} of the list\n\n    said at length" for n in range(1, 31))
SIDES = Columns("66", ((Paragraph("left " * 500 + "LEFT"),), (Paragraph("right " * 500 + "RIGHT"),)))
TITLE = "To the second section, by a title that is " + "so very " * 15 + "long"
DRAWN = Figure("drawn", "", "", "A line.", SVG, 80, 40, (), (), numbered=False)


@pytest.fixture(scope="module")
def made(english: Document, theme: Theme) -> bytes:
    """A report whose table, list and columns each break over pages."""
    links = Contents((Entry("second", TITLE),))
    blocks = links, TABLE, Prose(LIST), SIDES, DRAWN
    second = Section("second", "Again", "Second", (Paragraph("The end."),), look="flow")
    first = Section("first", "Kicker", "First", blocks)
    return RENDERERS["pdf"](replace(english, sections=(first, second), numbers={"long": "Table 1"}), theme)


def read(made: bytes) -> str:
    """The structure as poppler reads it, with the text of each element."""
    done = subprocess.run(["pdfinfo", "-struct-text", "-"], input=made, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture(scope="module")
def tree(made: bytes) -> str:
    return read(made)


@pytest.fixture(scope="module")
def counts(tree: str) -> Counter[str]:
    """How often each kind of element stands in the tree."""
    return Counter(re.findall(r"^ *(\w+)(?: \((?:block|inline)\))?:?$", tree, re.MULTILINE))


def elements(pdf: pikepdf.Pdf, kind: str) -> Iterator[pikepdf.Object]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == f"/{kind}":
            yield thing


def test_a_table_over_pages_is_one_with_all_its_rows_and_one_head(counts: Counter[str]) -> None:
    kinds = ("Table", "THead", "TBody", "TR", "TD")
    assert [counts[kind] for kind in kinds] == [1, 1, 2, 71, 70]


def test_its_rows_are_read_in_their_order_and_its_head_once(tree: str) -> None:
    assert re.findall(r'"Region (\d+)"', tree) == [str(n) for n in range(1, 71)]
    assert tree.count('"Land"') == 1


def test_a_list_over_pages_is_one_and_every_item_has_a_body(counts: Counter[str]) -> None:
    assert [counts[kind] for kind in ("L", "LI", "Lbl", "LBody")] == [2, 31, 30, 31]  # the contents are one


def test_a_section_over_pages_is_one_and_so_are_columns_side_by_side(counts: Counter[str], tree: str) -> None:
    assert (counts["Part"], counts["Sect"]) == (1, 2)
    words = re.sub(r"\W+", " ", " ".join(re.findall('"(.*)"', tree))).split()
    assert words.index("LEFT") < words.index("right")


def test_lists_side_by_side_over_pages_are_read_one_after_the_other(english: Document, theme: Theme) -> None:
    left, right = (tuple(Entry("lists", f"{side}{n}", level=2) for n in range(75)) for side in ("L", "R"))
    sides = Columns("66", ((Contents(left, "listing"),), (Contents(right, "listing"),)))
    section = Section("lists", "Kicker", "Lists", (sides,))
    told = read(RENDERERS["pdf"](replace(english, sections=(section,)), theme))
    assert re.findall(r'"([LR]\d+)"', told) == [f"{side}{n}" for side in ("L", "R") for n in range(75)]
    assert len(re.findall(r"^ *L(?: \(block\))?:?$", told, re.MULTILINE)) == 2


def test_text_after_a_paragraph_over_pages_is_read_after_it(english: Document, theme: Theme) -> None:
    body = f"<main><div>FIRST<p>{'middle ' * 1000}</p>LAST</div></main>"
    page = re.sub("<main.*</main>", body, theme.templates["report.html"].text, flags=re.DOTALL)
    told = read(RENDERERS["pdf"](replace(english, sections=()), with_template(theme, "report.html", page)))
    words = re.findall("FIRST|LAST|middle", told)
    assert (words[0], words[-1], len(words)) == ("FIRST", "LAST", 1002)


def test_running_heads_are_no_part_of_what_is_read(made: bytes, tree: str) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        pages = [b" ".join(page.Contents.read_bytes().split()) for page in pdf.pages]
    assert len(pages) > 4
    assert all(b"/Artifact <</Type /Pagination>> BDC" in page for page in pages[1:])
    assert tree.count('"Kicker"') == 1


def test_a_cell_holds_its_text_itself_and_the_text_leads_back_to_it(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        told = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        drawn = dict(zip(told[::2], told[1::2], strict=True))
        cells = list(elements(pdf, "TD"))
        assert [len(cell.K) for cell in cells] == [1] * 70
        assert all(drawn[cell.Pg.StructParents][int(cell.K[0])].objgen == cell.objgen for cell in cells)


def test_a_link_says_its_text(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        said = {str(note.Contents) for page in pdf.pages for note in page.get("/Annots", [])}
        assert said == {TITLE}
        inner = [kid for link in elements(pdf, "Link") for kid in link.K if not isinstance(kid, int)]
        assert {str(kid.get("/S", kid.get("/Type"))) for kid in inner} == {"/OBJR", "/Span"}


def test_a_link_over_two_lines_is_one(tree: str, counts: Counter[str]) -> None:
    assert counts["Link"] == 1
    link = tree.split("Link (inline)")[1]
    assert " ".join(re.findall('"(.*)"', link)[:2]) == TITLE


def test_a_figure_is_where_it_is_drawn(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        (figure,) = elements(pdf, "Figure")
        left, foot, right, head = map(float, figure.A.BBox)
        assert (round(right - left, 1), round(head - foot, 1)) == (226.8, 226.8)  # 80 mm, square as drawn
        assert 0 < foot < head < float(pdf.pages[0].MediaBox[3])


def test_a_weasyprint_that_tags_in_another_way_is_told(
    english: Document, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(tags, "_build_box_tree")
    with pytest.raises(Faults, match=r"^weasyprint: version .* tags a PDF in a way .*requirements\.txt$"):
        RENDERERS["pdf"](replace(english, sections=()), theme)


def test_it_follows_both_standards(made: bytes) -> None:
    assert breaches(made) == {"PDF/UA-1": {}, "PDF/A-3a": {}}

"""The PDF follows PDF/UA-1 and PDF/A-3a and holds the data of its figures; one that does not is told."""

import subprocess
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reporter.errors import Faults
from reporter.model.attachment import Attachment
from reporter.model.document import Document, Figure, Section
from reporter.model.theme import Theme
from reporter.production import archival
from reporter.render import RENDERERS
from reporter.render.archive import unmistakable
from reporter.render.filters import csv
from reporter.render.places import every
from reporter.render.validation import breaches

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0,0H9" stroke="#000"/></svg>'
CHART = Figure(
    "figure-rise",
    "The rise",
    "Points",
    "It rises.",
    SVG,
    80,
    40,
    ("year", "东地"),
    (("2022", 1.5),),
    number=7,
)


@pytest.fixture(scope="module")
def made(english: Document, theme: Theme) -> bytes:
    """A page with one chart, numbered 7, of an edition with one file of its own and no date."""
    files = (Attachment("scores.csv", b"index,value\r\nI,0.5\r\n", "Every score"),)
    one = (Section("only", "Kicker", "Heading", (CHART,)),)
    numbers = {"figure-rise": "Figure 7"}
    document = replace(english, sections=one, numbers=numbers, attachments=files, published="")
    return RENDERERS["pdf"](document, theme)


def test_the_report_follows_both_standards(printed: bytes) -> None:
    assert breaches(printed) == {"PDF/UA-1": {}, "PDF/A-3a": {}}


def test_without_a_date_of_publication_it_follows_them_too(made: bytes) -> None:
    assert breaches(made) == {"PDF/UA-1": {}, "PDF/A-3a": {}}
    with pikepdf.open(BytesIO(made)) as pdf:
        assert set(pdf.attachments["scores.csv"].get_file().obj.Params.keys()) == {"/CheckSum", "/Size"}


def test_pdfdetach_gives_back_the_bytes_of_each_file(made: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(made)
    subprocess.run(["pdfdetach", "-saveall", "-o", tmp_path, tmp_path / "report.pdf"], check=True)
    (tmp_path / "report.pdf").unlink()
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {
        "figure-007-rise.csv": "\ufeffyear,东地\r\n2022,1.5\r\n".encode(),
        "scores.csv": b"index,value\r\nI,0.5\r\n",
    }


def test_a_figure_is_bound_to_its_data_and_the_document_to_all(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        assert [str(file.Desc) for file in pdf.Root.AF] == ["Data of “The rise”", "Every score"]
        things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
        (figure,) = [thing for thing in things if thing.get("/S") == "/Figure"]
        assert [str(file.UF) for file in figure.AF] == ["figure-007-rise.csv"]
        assert str(figure.AF[0].AFRelationship) == "/Data"


def test_the_file_is_what_the_page_offers_dated_by_the_edition(report: Document, printed: bytes) -> None:
    blocks = (block for section in report.sections for block in every(section.blocks))
    (chart,) = (block for block in blocks if isinstance(block, Figure) and block.id == "chart")
    with pikepdf.open(BytesIO(printed)) as pdf:
        inside = pdf.attachments["figure-chart.csv"].get_file()
        assert inside.read_bytes() == b64decode(csv(chart).partition(",")[2])
        assert (str(inside.obj.Params.ModDate), inside.mime_type) == ("D:20250331000000Z", "text/csv")


def test_a_pdf_that_breaks_a_rule_is_a_fault_that_names_it(made: bytes) -> None:
    with pytest.raises(Faults) as faults:
        archival.validated(made.replace(b'pdfuaid:part="1"', b'pdfuaid:part="9"'), "out/full.pdf")
    assert str(faults.value).startswith("out/full.pdf: would break PDF/UA-1, rule PDFUA1-")


def test_without_a_validator_the_build_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archival, "validator", lambda: "")
    assert archival.validated(b"", "out/full.pdf") == "not validated (install reporter[validate])"


def test_a_stream_that_ends_in_a_carriage_return_keeps_it() -> None:
    assert unmistakable(b"ab\r\nendstream ab\nendstream") == b"ab\r\rendstream ab\nendstream"

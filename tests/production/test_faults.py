"""A build that fails tells one line a fault, exits with 1, and leaves what was built before as it was."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reporter import figures
from reporter.config.workspace import BASE
from reporter.errors import Where, fault
from tests.conftest import SERIES, STUDY, TABLE, Land
from tests.production.builds import MEASURES, digests, html, run

ROW = "gdp,Northmark,2020,301000,yearbook,made up\n"
GAPS = "gaps:\n  - {series: tech_turnover, periods: [2020], fill: linear}\n"
WASTE = "value: patents / population\n        unit: item per 10k person"
TEMPLATES = "templates/report.html"


def without_waste(land: Land) -> None:
    land.write(TABLE, re.sub(r"(?m)^waste,.*\n", "", land.text(TABLE)))


def template(old: str, new: str) -> Callable[[Land], None]:
    """Gives the land a page of its own that differs in one place."""

    def spoil(land: Land) -> None:
        (land.root / "templates").mkdir(exist_ok=True)
        land.write(TEMPLATES, (BASE / TEMPLATES).read_text("utf-8"))
        land.spoil(TEMPLATES, old, new)

    return spoil


def bare_page(body: str) -> Callable[[Land], None]:
    def spoil(land: Land) -> None:
        (land.root / "templates").mkdir(exist_ok=True)
        land.write(TEMPLATES, f"<html lang=en><title>A page</title>\n<body>{body}</body></html>")

    return spoil


def swap(file: str, old: str, new: str) -> Callable[[Land], object]:
    return lambda land: land.spoil(file, old, new)


SPOILT: dict[str, tuple[Callable[[Land], object], str]] = {
    "unknown key": (
        swap(STUDY, "direction: down", "directoin: down"),
        rf"{STUDY}:\d+: unknown key 'directoin'",
    ),
    "wrong type": (
        swap(STUDY, "years: [2021, 2022]", "years: soon"),
        rf"{STUDY}:\d+: editions: 'years' is the",
    ),
    "missing column": (swap(TABLE, "series,region,period", "series,region,year"), rf"{TABLE}:1: the column"),
    "unknown region": (swap(TABLE, "gdp,Northmark,2020", "gdp,Nortmark,2020"), rf"{TABLE}:\d+: no region is"),
    "duplicate row": (
        swap(TABLE, ROW, ROW * 2),
        rf"{TABLE}:\d+: gdp, Northmark, 2020 stands already in line",
    ),
    "text in a number": (swap(TABLE, ",301000,", ",about 301000,"), rf"{TABLE}:\d+: 'about 301000' is not a"),
    "unit missing": (swap(SERIES, "waste: {unit: tonne, ", "waste: {"), rf"{SERIES}:\d+: series.waste lacks"),
    "indicator without figures": (
        without_waste,
        rf"{STUDY}:\d+: indicator 'waste_per_output' has no figures",
    ),
    "denominator zero": (swap(TABLE, ",301000,", ",0,"), rf"{TABLE}:\d+: 'gdp' is 0 in Northmark 2020"),
    "undeclared gap": (
        swap(STUDY, GAPS, ""),
        rf"{STUDY}:\d+: 4 of 16 figures of 'tech_turnover' are missing",
    ),
    "constant indicator": (
        swap(STUDY, WASTE, 'value: population / population\n        unit: "%"'),
        rf"{STUDY}:\d+: indicator 'patents_per_10k' is the same everywhere",
    ),
    "misspelt template variable": (
        template("{{ document.title }}", "{{ document.titel }}"),
        rf"{TEMPLATES}:\d+: nothing of Document is called 'titel'; did you mean 'title'\?",
    ),
    "measure for an unknown rule": (
        swap(MEASURES, "answers: [decline, volatility]", "answers: [declin]"),
        rf"{MEASURES}:\d+: measure 'turn-round': no rule is called 'declin'; did you mean 'decline'\?",
    ),
    "measure without words": (
        swap(MEASURES, "horizon: long", "horizon: lnog"),
        rf"{MEASURES}:\d+: measure 'never-used': there are no words for the horizon 'lnog'",
    ),
    "threshold zero": (swap(STUDY, "below: -0.05", "below: 0"), rf"{STUDY}:\d+: problem 'decline': 'below'"),
    "value over two lines": (
        swap(STUDY, "kinds: [full]", 'kinds: "a\\nb"'),
        rf"{STUDY}:\d+: editions: 'kinds'",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_fault_of_the_input_is_one_line_and_earlier_products_stay(built: Land, name: str) -> None:
    before, (spoil, told) = digests(built.root / "out"), SPOILT[name]
    spoil(built)
    done = html()
    lines = done.err.splitlines()
    assert done.status == 1
    assert any(re.match(told, line) for line in lines), done.err
    assert all(re.fullmatch(r"\S+: .+; .+", line) for line in lines), done.err
    assert digests(built.root / "out") == before


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>A glyph no font has: \ue123</p>", rf"{TEMPLATES}: no font of the page has .* \(U\+E123\)"),
        ('<img src="chart.svg" alt="A chart">', rf"{TEMPLATES}.*chart\.svg"),
        ("<h1>One</h1><h3>Three</h3>", r"out/land/2022/en/full\.pdf: would break PDF/UA-1, rule PDFUA1-HEAD"),
    ],
    ids=["missing glyph", "missing chart", "broken standard"],
)
def test_a_page_with_a_hole_is_no_product(brief: Land, body: str, told: str) -> None:
    before = digests(brief.root / "out")
    bare_page(body)(brief)
    done = run("build", "land", "--year", "2022", "--lang", "en", "--to", "pdf")
    assert done.status == 1, done.err
    assert re.match(told, done.err)
    assert digests(brief.root / "out") == before


def test_a_chart_that_cannot_be_drawn_leaves_earlier_products(
    built: Land, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(*_: object, **__: object) -> None:
        raise fault(Where("figures"), "no figure", "draw it")

    before = digests(built.root / "out")
    monkeypatch.setitem(figures.FIGURES, "series", torn)
    assert html("--force").status == 1
    assert digests(built.root / "out") == before


def test_our_own_fault_leaves_earlier_products_too(built: Land, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digests(built.root / "out")
    monkeypatch.delitem(figures.FIGURES, "series")
    done = html("--force")
    assert done.status == 3
    assert "Traceback" in done.err
    assert digests(built.root / "out") == before


def test_a_fault_in_the_second_language_leaves_the_first_as_it_was(brief: Land) -> None:
    before = digests(brief.root / "out")
    done = run("build", "land", "--year", "2022", "--lang", "en,fr", "--to", "html")
    assert done.status == 1
    assert digests(brief.root / "out") == before


def stop(out: Path) -> None:
    """Makes the place of the products unusable, for root too."""
    out.mkdir()
    (out / "land").write_text("not a folder")


@pytest.mark.usefixtures("brief")
def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    stop(tmp_path / "full")
    done = html("--out", str(tmp_path / "full"))
    assert done.status == 1
    assert re.fullmatch(
        r"\S+: cannot be written: .+; make room or allow writing, then build again\n", done.err
    )


@pytest.mark.parametrize("product", ["manifest.json", "scores.csv", "en/full.html"])
def test_a_folder_in_a_product_s_place_stops_the_build_before_any_is_renamed(
    brief: Land, product: str
) -> None:
    place = brief.root / "out/land/2022"
    (place / product).unlink()
    (place / product).mkdir()
    before = digests(place)
    brief.spoil(TABLE, ",301000,", ",302000,")
    done = html()
    assert done.status == 1
    assert done.err.startswith(f"out/land/2022/{product}: cannot be written: is a directory; ")
    assert digests(place) == before


def test_nothing_half_written_is_left_behind(brief: Land) -> None:
    assert html().status == 0
    assert not list(brief.root.rglob("*.part"))


@pytest.mark.parametrize("spoil", [Path.mkdir, lambda path: path.write_text("title: [")])
def test_another_study_that_cannot_be_read_is_no_fault_of_the_catalogue(spoil, brief: Land) -> None:  # type: ignore[no-untyped-def]
    brief.spoil(MEASURES, "subjects: [I2]", "subjects: [I2, K1]")  # a score of the other study's
    other = brief.root / "data/studies/other/study.yaml"
    other.parent.mkdir()
    spoil(other)
    done = html()
    assert (done.status, done.err) == (0, "")


@pytest.mark.usefixtures("brief")
def test_a_table_that_can_no_longer_be_read_is_told_though_the_study_was_read_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert html().status == 0
    opened = Path.open

    def locked(path: Path, *how: Any, **more: Any) -> Any:
        if path.name == Path(TABLE).name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", locked)
    told = f"{TABLE}: it cannot be read: permission denied; put a readable file there\n"
    assert html() == (1, "", told)


def test_an_edition_named_as_the_page_of_a_region_is_refused(brief: Land) -> None:
    other = "templates/editions/profile-Northmark.yaml"
    brief.write(other, "sections: [cover]\n")
    what = "the edition 'profile-Northmark' would lie where one of 'profile' does; give the file another name"
    assert html() == (1, "", f"{other}: {what}\n")

"""The manual says what there is: commands, options, indices, rules, figures, sections, styles and faults."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from reporter.cli import app
from reporter.figures import FIGURES
from reporter.indices import INDICES
from reporter.model.options import options_of
from reporter.model.words import STYLES
from reporter.problems import PROBLEMS, STRENGTHS
from reporter.render.filters import FILTERS
from reporter.sections import SECTIONS
from tests.production.builds import run

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md")), ROOT / "bench/README.md"]
COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands]  # type: ignore[union-attr]
CHEAP = ("list", "explain", "doctor")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FAULT = re.compile(r"[^:]+(:\d+)?: \S.*; \S.*")


@cache
def text(path: str) -> str:
    """A page of the manual."""
    return (ROOT / path).read_text("utf-8")


def shown() -> list[str]:
    """Every `reporter …` line of README and the first report, without its remark."""
    pages = text("README.md") + text("docs/first-report.md")
    blocks = re.findall(r"```sh\n(.*?)```", pages, re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return sorted({line.removeprefix("reporter ") for line in lines if line.startswith("reporter ")})


def anchors(page: Path) -> set[str]:
    """What a link to a heading of the page may name."""
    heads = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_its_options_stand_in_the_readme(command: str) -> None:
    row = next(line for line in text("README.md").splitlines() if line.startswith(f"| `{command}"))
    help = re.sub(r"\x1b\[[0-9;]*m", "", CliRunner().invoke(app, [command, "--help"]).output)
    options = set(re.findall(r"--[a-z]+", help)) - {"--help"}
    assert options == set(re.findall(r"--[a-z]+", row))


def test_the_readme_shows_no_command_that_does_not_exist() -> None:
    rows = re.findall(r"^\| `([a-z]+)(?: \[?[A-Z].*)?` \|", text("README.md"), re.MULTILINE)
    assert sorted(rows) == sorted(COMMANDS)


@pytest.mark.parametrize(
    ("name", "page"),
    [*((n, "methods") for n in INDICES), *((n, "problems") for n in (*PROBLEMS, *STRENGTHS))],
)
def test_every_index_and_rule_has_its_method(name: str, page: str) -> None:
    assert f"`{name}`" in text(f"docs/{page}.md")
    assert f"`{name}`" in text("docs/study-file.md")


@pytest.mark.parametrize(("name", "table"), [(n, t) for t in (INDICES, PROBLEMS, STRENGTHS) for n in t])
def test_every_option_of_an_index_or_rule_stands_in_the_study_file(name: str, table: dict[str, Any]) -> None:
    function = table[name]
    missing = [option for option in options_of(function) if f"`{option}`" not in text("docs/study-file.md")]
    assert not missing


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_stands_with_its_options(name: str) -> None:
    page = text("docs/figures.md")
    row = next(line for line in page.splitlines() if line.startswith(f"| `{name}`"))
    options = {option for option in options_of(FIGURES[name]) if option not in ("width", "height")}
    assert options == {option for option in re.findall(r"`([a-z]+)`", row.split("|")[3]) if option != name}


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_stands_in_the_gallery_with_its_picture(name: str) -> None:
    assert f'src="gallery/{name}.png"' in text("docs/gallery.md")
    assert f'    "{name}": Example(' in text("tools/gallery.py")
    assert (ROOT / "docs" / "gallery" / f"{name}.png").read_bytes().startswith(b"\x89PNG")


def test_the_gallery_is_small_and_holds_no_picture_of_a_figure_that_is_gone() -> None:
    pictures = list((ROOT / "docs" / "gallery").iterdir())
    assert {one.stem for one in pictures} == set(FIGURES)
    assert sum(one.stat().st_size for one in pictures) < 1_500_000


def test_every_section_is_described() -> None:
    rows = re.findall(r"^\| `([a-z]+)` \|", text("docs/first-report.md"), re.MULTILINE)
    assert rows == list(SECTIONS)


@pytest.mark.parametrize("name", [*filter(None, STYLES), *FILTERS])
def test_every_word_style_and_filter_is_described(name: str) -> None:
    assert f"`{name}`" in text("docs/words-and-templates.md")


@pytest.mark.parametrize("line", shown())
def test_every_command_line_shown_is_understood(line: str) -> None:
    command, *arguments = line.split()
    found = CliRunner().invoke(app, [command, *arguments, "--help"])
    assert found.exit_code == 0
    known = set(re.findall(r"--[a-z]+", re.sub(r"\x1b\[[0-9;]*m", "", found.output)))
    assert {argument for argument in arguments if argument.startswith("--")} <= known


@pytest.mark.parametrize("line", [line for line in shown() if line.startswith(CHEAP)])
def test_every_cheap_command_line_shown_runs(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = run(*line.split())
    assert done.status == 0, done.err
    assert done.out


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in shown() if line.startswith("check")])
def test_check_runs_as_shown(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    test_every_cheap_command_line_shown_runs(line, monkeypatch)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        path, _, anchor = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        assert place.exists(), target
        assert not anchor or anchor in anchors(place), target


def test_every_page_stands_in_the_contents() -> None:
    contents = {
        (ROOT / "docs" / target.split("#")[0]).resolve() for target in LINK.findall(text("docs/index.md"))
    }
    assert {page for page in PAGES[1:] if page.name != "index.md"} <= contents


def test_every_fault_shown_says_where_what_and_how_to_mend_it() -> None:
    shown = [
        row.split(" | ")[0].strip("|` ") for row in text("docs/faults.md").splitlines() if row[:3] == "| `"
    ]
    assert len(shown) > 50
    assert not [line for line in shown if not FAULT.fullmatch(line)]


def test_the_manual_names_no_place_of_this_machine() -> None:
    assert not [
        page for page in PAGES if re.search(r"/(work|home|root|tmp)/|https?://", page.read_text("utf-8"))
    ]

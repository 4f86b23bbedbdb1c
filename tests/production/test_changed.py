"""Only what changed is built, all of it, and told why; and what comes of it equals a build from nothing."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from reporter import pipeline
from reporter.errors import Faults, Where
from reporter.model.words import Entry, Words
from reporter.production import present
from reporter.production.files import steady
from reporter.production.recalled import edition_values, said, whole
from reporter.production.store import Store
from reporter.production.work import Wanted, _remembered
from tests.conftest import LAND, SERIES, STUDY, TABLE, Land
from tests.production.builds import digests, run

OUTLINES = {"full": "sections: [cover, overall]\n", "brief": "sections: [cover]\n"}
EN, ZH = {"en/full", "en/brief"}, {"zh/full", "zh/brief"}
EVERY = EN | ZH
Change = Callable[[Land], object]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The land in two short editions and two languages, built."""
    root = tmp_path_factory.mktemp("once") / "land"
    shutil.copytree(LAND, root)
    short(Land(root))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("reporter.audit.sensitivity"), "POINTS", 64)
        assert built(root) == EVERY
        yield root


@pytest.fixture
def short_land(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Land:
    """A copy that a test may change."""
    shutil.copytree(once, tmp_path / "land")
    monkeypatch.chdir(tmp_path / "land")
    return Land(tmp_path / "land")


def short(land: Land) -> None:
    land.spoil(STUDY, "kinds: [full]", "kinds: [full, brief]")
    land.spoil(STUDY, "replicates: 500", "replicates: 100")
    for kind, text in OUTLINES.items():
        put(land, f"templates/editions/{kind}.yaml", text)


def put(land: Land, file: str, text: str) -> None:
    (land.root / file).parent.mkdir(parents=True, exist_ok=True)
    land.write(file, text)


def built(root: Path, *words: str) -> set[str]:
    """The pages of the newest edition that a build makes, without their form."""
    asked = ("--year", "2022", "--to", "html", "--jobs", "1", "--workspace", str(root))
    done = run("build", "land", *asked, "--json", *words)
    assert done.status == 0, done.err
    pages = [path for path in json.loads(done.out)["built"] if path.endswith(".html")]
    return {path.removeprefix("land/2022/").removesuffix(".html") for path in pages}


def from_nothing(land: Land, tmp_path: Path) -> dict[str, str]:
    """What a build of the same files makes in another folder."""
    other = tmp_path / "other" / "land"
    shutil.copytree(land.root, other, ignore=shutil.ignore_patterns("out", ".reporter-cache"))
    assert built(other) == EVERY
    return digests(other / "out/land/2022")


def word(language: str, key: str, text: str) -> Change:
    head, _, last = key.partition(".")
    return lambda land: put(land, f"templates/words/{language}.yaml", f'{head}: {{{last}: "{text}"}}\n')


def row(line: str) -> Change:
    return lambda land: land.write(TABLE, land.text(TABLE) + line + "\n")


def figure(land: Land) -> None:
    lines = land.text(TABLE).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("patents,Eastvale,2022,"))
    series, region, period, value, *rest = lines[at].split(",")
    lines[at] = ",".join([series, region, period, str(int(value) + 1), *rest])
    land.write(TABLE, "\n".join(lines) + "\n")


def other_study(land: Land) -> None:
    shutil.copytree(land.root / "data/studies/land", land.root / "data/studies/other")


def add(file: str, text: str) -> Change:
    return lambda land: put(land, f"templates/{file}", text)


ROW = "patents,{},5,yearbook,made up"
TITLE = "Office of a made-up land,", "Bureau of a made-up land,"
BRIEF, PLACE = {"en/brief", "zh/brief"}, "data/studies/land/"
EDITOR = f"{PLACE}editorial/2022.yaml"
CHANGES: dict[str, tuple[Change, set[str], str]] = {
    "a sentence of one language": (
        word("en", "cover.edition", "Report {period}"), EN, "words changed: cover.edition (en)"),
    "a sentence that nobody asks for": (word("en", "glossary.kicker", "Terms"), set(), ""),
    "a template": (
        add("report.html", '{% extends "base/report.html" %}\n'), EVERY, "template report.html changed"),
    "a figure": (figure, EVERY, "data changed: patents Eastvale 2022"),
    "a row of a region of no study": (row(ROW.format("Outland,2022")), set(), ""),
    "a row of a later year": (row(ROW.format("Eastvale,2023")), set(), ""),
    "a style": (add("styles/house.css", "p { margin: 0 }\n"), EVERY, "style house.css is new"),
    "a script": (add("scripts/own.js", "var own = 1;\n"), EVERY, "script own.js is new"),
    "the brand": (add("brand.yaml", "page: {top: 31}\n"), EVERY, "brand changed"),
    "an outline": (
        add("editions/brief.yaml", "sections: [cover, imprint]\n"), BRIEF, "outline brief changed"),
    "the study": (lambda land: land.spoil(STUDY, *TITLE), EVERY, f"{STUDY} changed"),
    "what a series is": (
        lambda land: land.write(SERIES, land.text(SERIES) + "# more\n"), EVERY, f"{SERIES} changed"),
    "claims": (lambda land: put(land, f"{PLACE}claims.yaml", "{}\n"), EVERY, f"{PLACE}claims.yaml is new"),
    "an editor's text": (
        lambda land: put(land, EDITOR, "{}\n"), EVERY, f"{EDITOR} is new"),
    "another study": (other_study, set(), ""),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_change_reaches_is_built_and_nothing_else(
    change: str, short_land: Land, tmp_path: Path
) -> None:
    make, pages, reason = CHANGES[change]
    make(short_land)
    assert built(short_land.root) == pages
    assert digests(short_land.root / "out/land/2022") == from_nothing(short_land, tmp_path)
    for page in sorted(pages)[:1]:
        told = run("why", f"land/2022/{page}.html").out.splitlines()
        assert told[0] == "now: unchanged"
        assert reason in told[1].removeprefix("last made: ").split("; ")


def test_another_engine_builds_all_and_is_named(short_land: Land, monkeypatch: pytest.MonkeyPatch) -> None:
    now = {**present.engines(), "engine pydyf": "99.0"}
    monkeypatch.setattr(present, "engines", lambda: now)
    told = run("build", "land", "--year", "2022", "--lang", "zh", "--to", "html", "--plan").out
    assert "pydyf" in told
    assert "→ 99.0" in told
    assert built(short_land.root) == EVERY


def test_another_font_file_under_the_same_version_builds_all(
    short_land: Land, monkeypatch: pytest.MonkeyPatch
) -> None:
    present.faces.cache_clear()
    monkeypatch.setattr(present, "_cut", lambda _: "another")
    assert built(short_land.root) == EVERY
    present.faces.cache_clear()


@pytest.mark.usefixtures("short_land")
def test_a_change_taken_back_finds_its_products_in_the_store(short_land: Land) -> None:
    first = digests(short_land.root / "out/land/2022")
    short_land.spoil(STUDY, *TITLE)
    assert built(short_land.root) == EVERY
    short_land.spoil(STUDY, *TITLE[::-1])
    assert built(short_land.root) == set()
    assert digests(short_land.root / "out/land/2022") == first


@pytest.mark.parametrize(("name", "text"), [
    ("styles/house.css", "body { color: #000; }"),
    ("blocks/facts.html", '{% extends "base/blocks/facts.html" %}'),
    ("brand.yaml", "colours: {accent: '#004488'}\n"),
])  # fmt: skip
def test_a_file_put_in_and_taken_out_again_finds_the_products_of_before(
    name: str, text: str, short_land: Land
) -> None:
    first = digests(short_land.root / "out/land/2022")
    put(short_land, f"templates/{name}", text)
    assert built(short_land.root) == EVERY
    (short_land.root / "templates" / name).unlink()
    assert built(short_land.root) == set()
    assert digests(short_land.root / "out/land/2022") == first


def test_the_folder_worked_in_and_the_surroundings_change_nothing(
    short_land: Land, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = digests(short_land.root / "out/land/2022")
    for name, value in {"TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "SOURCE_DATE_EPOCH": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    assert built(short_land.root, "--force") == EVERY
    assert digests(short_land.root / "out/land/2022") == first


def test_a_workspace_that_was_renamed_with_its_store_is_read_where_it_lies(
    short_land: Land, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built(Path()) == set()
    os.rename(short_land.root, tmp_path / "renamed")
    monkeypatch.chdir(tmp_path / "renamed")
    (tmp_path / "renamed/out/land/2022/en/full.html").unlink()
    assert built(Path()) == set()
    assert (tmp_path / "renamed/out/land/2022/en/full.html").exists()
    assert not short_land.root.exists()


def test_figures_behind_a_link_are_read_and_watched(short_land: Land, tmp_path: Path) -> None:
    sources = short_land.root / "data/sources"
    os.rename(sources, tmp_path / "elsewhere")
    os.symlink(tmp_path / "elsewhere", sources)
    assert built(short_land.root) == set()
    figure(short_land)
    assert built(short_land.root) == EVERY


def test_a_chart_is_drawn_anew_where_a_sentence_in_the_names_of_things_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(pipeline, "draw", lambda *_: drawn.append("once more"))
    wanted, store, named = (
        Wanted("land 2022", "en", "full", "", {}, "", {}, {}),
        Store(tmp_path),
        {"labels.each"},
    )
    for text in ("{index}: {one}", "{index}: {one}", "{index} of {one}"):
        words = Words("en", {"labels.each": Entry(text, Where())})
        draw = _remembered(wanted, words, frozenset(named), set(), store)
        draw(None, words, None, "cover", {})  # type: ignore[arg-type]
    assert len(drawn) == 2


def test_figures_that_changed_since_the_run_began_are_refused_not_kept(short_land: Land) -> None:
    workspace, store = short_land.workspace, Store(short_land.root / ".reporter-cache")
    values = edition_values(workspace, said(workspace, "land", store), "2022")
    assert whole(workspace, "land", "2022", values).rows
    figure(short_land)
    with pytest.raises(Faults, match=rf"{TABLE}: changed while it was being read; build again"):
        whole(workspace, "land", "2022", values)


def test_what_changed_while_it_was_read_is_read_again(short_land: Land) -> None:
    seen = iter((1, 1, 2, 2))

    def read() -> str:
        text = short_land.text(TABLE)
        if next(seen) == 1:
            figure(short_land)
        return text

    assert steady(short_land.workspace, read) == short_land.text(TABLE)
    assert next(seen) == 2


def test_what_never_keeps_still_is_a_fault(short_land: Land) -> None:
    with pytest.raises(Faults, match=rf"{TABLE}: changed while it was being read"):
        steady(short_land.workspace, lambda: figure(short_land))

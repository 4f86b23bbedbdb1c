"""A third language needs a words file and nothing else, and no word of a page stands anywhere but there."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook
from ruamel.yaml import YAML

from reporter.config import Workspace, read_words
from reporter.config.workspace import BASE
from reporter.errors import Faults
from tests.conftest import LAND, STUDY, Land
from tests.production.builds import Run, run
from tests.third_language import Page, pseudo, texts

PLACE, WORDS = "out/land/2022", "templates/words/ru.yaml"
WORD = re.compile(r"[A-Za-z]{2,}")
NO_WORD = re.compile(r"(?:[\w.-]+/)*[\w.-]+\.(?:ya?ml|csv|css|html|js)\b|\bs?[0-9a-f]{12,64}\b|\bI\d?_long\b")
"""Files, digests, fingerprints and the codes of indices are the same in every language."""


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Land:
    """The land with words in the third language, which alone its study declares."""
    land = Land(tmp_path_factory.mktemp("third") / "land")
    shutil.copytree(LAND, land.root)
    (land.root / WORDS).parent.mkdir(parents=True)
    land.write(WORDS, pseudo((BASE / "templates/words/en.yaml").read_text("utf-8")))
    land.spoil(STUDY, "languages: [en, zh]", "languages: [ru]")
    land.spoil(STUDY, "kinds: [full]", "kinds: [full, brief, bulletin]")
    return land


@pytest.fixture(scope="module")
def built(spoken: Land) -> Run:
    """Three kinds of edition in that language, for screen and paper."""
    return run("build", "--year", "2022", "--workspace", str(spoken.root), "--out", str(spoken.root / "out"))


@pytest.fixture
def products(built: Run, spoken: Land) -> Path:
    """The folder of what was built."""
    assert built.status == 0, built.err
    return spoken.root / PLACE


def strange(land: Land, told: Iterable[str]) -> set[str]:
    """Words in Latin letters that are no text of the data and no name of an engine."""
    yaml = YAML(typ="safe")
    files = [yaml.load(path.read_text("utf-8")) for path in land.root.glob("data/**/*.yaml")]
    engines = json.loads(land.text(f"{PLACE}/manifest.json"))["versions"]
    known = {
        word for text in [*engines, *(t for f in files for t in texts(f))] for word in WORD.findall(text)
    }
    return {word for text in told for word in WORD.findall(NO_WORD.sub("", text))} - known


def test_a_words_file_is_all_that_a_third_language_needs(products: Path) -> None:
    made = [f"{kind}.{form}" for kind in ("brief", "bulletin", "full") for form in ("html", "pdf")]
    assert sorted(path.name for path in (products / "ru").iterdir()) == made


def test_no_word_of_a_page_is_written_anywhere_but_in_the_words(products: Path, spoken: Land) -> None:
    for path in products.glob("ru/*.html"):
        told = Page(path.read_text("utf-8")).told
        assert len(told) > 50
        assert not strange(spoken, told), path.name


@pytest.mark.usefixtures("products")
def test_a_word_that_were_written_elsewhere_would_be_found(spoken: Land) -> None:
    page = '<p>слово</p><img alt="Chart" src=""><style>body {}</style><meta name="viewport" content="width">'
    assert strange(spoken, Page(page).told) == {"Chart"}


def test_the_other_products_speak_it_too(products: Path, spoken: Land) -> None:
    book = load_workbook(BytesIO((products / "report.xlsx").read_bytes()))
    heads = [str(cell.value) for sheet in book.worksheets[1:] for cell in sheet[1]]
    assert not strange(spoken, [*book.sheetnames, *heads])
    package = json.loads((products / "datapackage.json").read_text("utf-8"))
    assert not strange(spoken, [one[key] for one in package["resources"] for key in ("title", "description")])


def test_the_pdf_names_the_language_and_its_bookmarks_are_of_it(products: Path, spoken: Land) -> None:
    with pikepdf.open(products / "ru/full.pdf") as pdf, pdf.open_outline() as outline:
        assert pdf.Root.Lang == "ru"
        titles = [item.title for item in outline.root]
    assert len(titles) > 5
    assert not strange(spoken, titles)


def test_its_numbers_are_written_as_babel_says(products: Path) -> None:
    told = " ".join(Page((products / "ru/full.html").read_text("utf-8")).told)
    assert re.search(r"\d,\d %", told)
    assert not re.search(r"\d\.\d ?%", told)


def test_english_stands_where_the_study_has_no_name_and_one_line_says_so(built: Run, spoken: Land) -> None:
    assert "Northmark" in spoken.text(f"{PLACE}/ru/full.html")
    notes = [line for line in built.out.splitlines() if line.startswith("note: ")]
    assert len(notes) == 1
    assert re.search(
        r"study\.yaml: (\d+) of \1 texts of the study have no 'ru', and English stands; ", notes[0]
    )


def faults(land: Land, **said: str) -> Iterator[str]:
    """What is wrong with customs of a language, without the words."""
    land.write(WORDS, json.dumps({"language": said}))
    try:
        read_words(Workspace(land.root), "ru")
    except Faults as found:
        yield from str(found).splitlines()


@pytest.mark.parametrize(
    ("key", "said", "told"),
    [
        ("tag", "ur", "'ur' runs from right to left, which the pages cannot set; choose one that does not"),
        ("tag", "qq", "nothing is known of a language 'qq'; its two letters are those of ISO 639"),
        ("tag", "rux", "nothing is known of a language 'rux'; did you mean 'ru'?"),
        ("thousands", "many", "'many' is no number; write a number, or \"\" for never"),
        ("title", "²", "'²' is no number; write a number"),
        ("betwen", " ", "nothing asks for words called 'language.betwen'; did you mean 'language.between'?"),
    ],
)  # fmt: skip
def test_a_custom_that_cannot_be_is_told_with_its_line(land: Land, key: str, said: str, told: str) -> None:
    (land.root / WORDS).parent.mkdir(parents=True)
    assert list(faults(land, **{key: said})) == [f"{WORDS}:1: {told}"]


def test_all_that_a_language_lacks_is_told_in_one_line(land: Land) -> None:
    (land.root / WORDS).parent.mkdir(parents=True)
    words = YAML(typ="safe").load(pseudo((BASE / "templates/words/en.yaml").read_text("utf-8")))
    del words["cover"]["series"], words["labels"]["figure"]
    land.write(WORDS, json.dumps(words, ensure_ascii=False))
    with pytest.raises(Faults) as found:
        read_words(Workspace(land.root), "ru")
    told = re.sub(" of [0-9]+ keys", " of N keys", str(found.value))
    assert told == (
        f"{WORDS}: 2 of N keys are missing: 'labels.figure', 'cover.series'; "
        "translate them from the base's words/en.yaml"
    )


def test_a_language_without_words_is_told_with_the_way_to_it(land: Land) -> None:
    with pytest.raises(Faults) as found:
        read_words(Workspace(land.root), "de")
    assert str(found.value) == (
        "templates/words: there are no words for the language 'de'; "
        "write templates/words/de.yaml, or take one of: en, zh"
    )

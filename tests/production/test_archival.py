"""A built PDF is said to be validated, and holds the edition's files as they lie beside it."""

from io import BytesIO

import pikepdf

from tests.conftest import Land
from tests.production.builds import in_brief, run

PLACE = "out/land/2022"
PDF = ("build", "land", "--year", "2022", "--to", "pdf")


def inside(pdf: bytes) -> dict[str, tuple[str, bytes]]:
    """Name → description and content of each file in the PDF that is no figure's data."""
    with pikepdf.open(BytesIO(pdf)) as made:
        files = {name: file for name, file in made.attachments.items() if not name.startswith("figure-")}
        return {name: (file.description, file.get_file().read_bytes()) for name, file in files.items()}


def test_a_report_holds_the_files_beside_it_and_says_that_it_is_validated(land: Land) -> None:
    in_brief(land)
    done = run(*PDF, "--lang", "zh")
    assert done.out.splitlines()[0].endswith(" MB), validated: PDF/UA-1, PDF/A-3a"), done.err
    found = inside((land.root / f"{PLACE}/zh/full.pdf").read_bytes())
    beside = {name: (land.root / PLACE / name).read_bytes() for name in ("assessment.json", "scores.csv")}
    assert {name: content for name, (_, content) in found.items()} == beside
    assert found["scores.csv"][0] == "各项指数、各地区、各期得分，附位次与区间"


def test_a_report_on_one_region_holds_its_figures_alone(land: Land) -> None:
    outline = "templates/editions/brief.yaml"
    (land.root / outline).parent.mkdir(parents=True)
    land.write(outline, "region: [contents]\n")
    done = run(*PDF, "--lang", "en", "--edition", "brief", "--region", "Eastvale")
    assert done.status == 0, done.err
    assert inside((land.root / f"{PLACE}/en/brief-Eastvale.pdf").read_bytes()) == {}

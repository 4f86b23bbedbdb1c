"""The command line: parse, call one function, print."""

import json
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, Optional

import typer

from reporter import cli_options as given
from reporter.errors import Faults

if TYPE_CHECKING:
    from reporter.production.plan import Order

app = typer.Typer(
    help="Annual innovation-assessment reports for regions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
DONE, INPUT_FAULTS, WRONG_USE, OUR_FAULT = 0, 1, 2, 3


@app.command()
def build(
    studies: given.Studies = None,
    year: given.Year = None,
    lang: given.Lang = None,
    edition: given.Kinds = None,
    region: given.Regions = None,
    to: given.Formats = None,
    out: given.Out = None,
    only: given.Only = None,
    jobs: given.Jobs = 0,
    cluster: given.Scheduler = "",
    plan: given.PlanAlone = False,
    keep_going: given.KeepGoing = False,
    force: given.Force = False,
    strict: given.Strict = False,
    as_json: given.SumAsJson = False,
    workspace: given.Place = Path(),
) -> None:
    """Build the reports: what is not said is what the study declares; what is unchanged stands."""
    from reporter.production.plan import Order

    named = tuple(dict.fromkeys(studies or ()))
    asked = (_listed(year), _listed(lang), _listed(edition), _listed(region), _listed(to))
    words = tuple(sys.argv[1:])
    order = Order(named, *asked, out, strict, _listed(only), jobs, cluster, keep_going, force, words)
    _plan(workspace, order, as_json) if plan else _build(workspace, order, as_json)


def _plan(workspace: Path, order: "Order", as_json: bool) -> None:
    from reporter.production.build import plan_rows

    rows = list(plan_rows(workspace, order))
    if as_json:
        _print_rows(rows, as_json)
    else:
        typer.echo("\n".join(f"{row['product']}: {'; '.join(row['reasons'])}" for row in rows))


def _build(workspace: Path, order: "Order", as_json: bool) -> None:
    from reporter.production.build import build_all, build_data
    from reporter.production.ledger import Ledger
    from reporter.progress import follow

    if as_json:
        found, end = build_data(workspace, order)
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        if end:
            raise end
    else:
        follow(build_all(workspace, order, Ledger()))


@app.command()
def check(
    studies: given.Studies = None, strict: given.Strict = False, workspace: given.Place = Path()
) -> None:
    """Read and validate data, configuration, templates and words; build nothing."""
    from reporter.production.check import check_all

    for line in check_all(workspace, tuple(studies or ()), strict):
        typer.echo(line)


@app.command("list")
def list_(
    what: Annotated[str, typer.Argument(help="studies, indices, rules, figures or editions")] = "studies",
    as_json: given.AsJson = False,
    workspace: given.Place = Path(),
) -> None:
    """What there is."""
    from reporter.catalogue import CATALOGUE, listed

    if what not in CATALOGUE:
        raise typer.BadParameter(f"'{what}': one of {', '.join(CATALOGUE)}")
    _print_rows(listed(workspace, what), as_json)


def _print_rows(rows: Sequence[Mapping[str, object]], as_json: bool) -> None:
    """Rows as JSON, or as columns of which the first is padded."""
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            typer.echo(
                "  ".join(
                    f"{value:24}" if n == 0 else str(value) for n, value in enumerate(row.values())
                ).rstrip()
            )


@app.command()
def explain(
    study: str,
    what: Annotated[str, typer.Argument(help="index.region.period, e.g. I.Beijing.2022")],
    year: given.Year = None,
    lang: Annotated[str, typer.Option(help="language of the explanation")] = "en",
    replicate: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(help="how it would be in this replicate of the audit", min=1),
    ] = None,
    workspace: given.Place = Path(),
) -> None:
    """How a number came about: formula, steps, source cells with file and line."""
    from reporter.production.check import explain_lines

    for line in explain_lines(workspace, study, what, year, lang, replicate):
        typer.echo(line)


@app.command()
def why(
    product: Annotated[str, typer.Argument(help="its place, e.g. bth/2022/en/full.pdf")],
    workspace: given.Place = Path(),
) -> None:
    """Whether a product stands or what would have it made again, and why it was last made."""
    from reporter.production.why import why

    for line in why(workspace, product):
        typer.echo(line)


imports = typer.Typer(help="Start a workspace from another program's tables.", no_args_is_help=True)
app.add_typer(imports, name="import")


@imports.callback()
def import_() -> None:
    """Start a workspace from another program's tables."""


@imports.command()
def coinr(
    idata: Annotated[Path, typer.Argument(metavar="IDATA.csv", help="COINr's table of figures")],
    imeta: Annotated[Path, typer.Argument(metavar="IMETA.csv", help="COINr's table of indicators")],
    folder: given.Folder,
    period: Annotated[
        given.Text,
        typer.Option("--period", "--year", help="the figures' period where there is no column Time"),
    ] = None,
) -> None:
    """A study out of COINr's iData and iMeta, in a new workspace that builds at once."""
    from reporter.imports.workspace import import_coinr

    for path in import_coinr(idata, imeta, folder, period):
        typer.echo(str(path))


@app.command()
def init(folder: given.Folder) -> None:
    """A new workspace with a small example, every key commented, that builds at once."""
    from reporter.imports.example import start_example

    for line in start_example(folder):
        typer.echo(line)


template = typer.Typer(help="What an editor can override, and a copy to begin with.", no_args_is_help=True)
app.add_typer(template, name="template")


@template.command("list")
def template_list(as_json: given.AsJson = False, workspace: given.Place = Path()) -> None:
    """Every template, block, macro, variable, script, brand key, outline, words file; which are your own."""
    from reporter.production.templates import parts

    _print_rows(parts(workspace), as_json)


@template.command("copy")
def template_copy(
    name: Annotated[str, typer.Argument(metavar="NAME", help="a file of the theme, e.g. blocks/table.html")],
    workspace: given.Place = Path(),
) -> None:
    """Copy a file of the base theme into the workspace's templates/, to be changed there."""
    from reporter.production.templates import copy

    for line in copy(workspace, name):
        typer.echo(line)


@app.command()
def doctor() -> None:
    """What this machine lacks."""
    from reporter.doctor import examine

    found = list(examine())
    for line in found:
        typer.echo(str(line))
    if any(line.missing for line in found):
        raise typer.Exit(INPUT_FAULTS)


def _listed(text: str | None) -> tuple[str, ...]:
    """The parts of a list, each once."""
    parts = (part.strip() for part in (text or "").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def main() -> NoReturn:
    """Runs the command line; exit status 0 done, 1 faults of the input, 2 wrong use, 3 our own fault."""
    try:
        app()
    except Faults as faults:
        for flaw in faults.flaws:
            print(" ".join(str(flaw).splitlines()), file=sys.stderr)  # noqa: T201
        sys.exit(INPUT_FAULTS)
    except Exception:
        traceback.print_exc()
        sys.exit(OUR_FAULT)
    sys.exit(DONE)

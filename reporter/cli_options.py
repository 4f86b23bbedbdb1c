"""The arguments and options of the command line: how each is written, and what the help says of it."""

from pathlib import Path
from typing import Annotated, Optional

import typer

Text = Optional[str]  # noqa: UP045
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="the new workspace")]
Studies = Annotated[
    list[str] | None, typer.Argument(help="studies; all where none is named", metavar="[STUDY]...")
]
Year = Annotated[Text, typer.Option("--year", "--period", help="the edition's period, e.g. 2022")]
Lang = Annotated[Text, typer.Option("--lang", help="languages, e.g. en,zh")]
Place = Annotated[
    Path, typer.Option("--workspace", help="the folder that holds data/ and templates/", file_okay=False)
]
Strict = Annotated[bool, typer.Option("--strict", help="take remarks for faults")]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON")]

# of build
Kinds = Annotated[Text, typer.Option("--edition", help="kinds of edition: full, brief, profile, bulletin")]
Regions = Annotated[
    Text, typer.Option("--region", help="regions that get an edition of their own: names, or all")
]
Formats = Annotated[Text, typer.Option("--to", help="formats: html, pdf; xlsx or json alone makes no page")]
Out = Annotated[
    Path | None, typer.Option("--out", help="where products go; out/ of the workspace unless said")
]
Only = Annotated[
    Text, typer.Option("--only", help="pages whose path fits a pattern, e.g. 'china/*/zh/*.pdf'")
]
Jobs = Annotated[
    int, typer.Option("--jobs", help="worker processes; as many as there are cores unless said", min=0)
]
Scheduler = Annotated[
    str, typer.Option("--cluster", help="a Dask scheduler whose workers build, e.g. tcp://10.0.0.5:8786")
]
PlanAlone = Annotated[bool, typer.Option("--plan", help="say what would be built and why; build nothing")]
KeepGoing = Annotated[
    bool, typer.Option("--keep-going", help="build the other editions where one has faults")
]
Force = Annotated[bool, typer.Option("--force", help="build even what is unchanged")]
SumAsJson = Annotated[bool, typer.Option("--json", help="print one JSON object at the end")]

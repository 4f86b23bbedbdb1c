"""What makes the PDF last: PDF/UA-1 said beside PDF/A-3a, and the data inside.

WeasyPrint writes one standard's identification; PDF/A allows another's beside it where the metadata
describe its schema (ISO 19005-3, 6.6.2.3).
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import weasyprint
from pydyf import Array, Dictionary

from reporter.model.attachment import Attachment
from reporter.model.document import Document, Figure
from reporter.render.filters import csv_file
from reporter.render.places import every
from reporter.render.structure import at

VARIANT = "pdf/a-3a"
CLOSE = b"</rdf:RDF>"
ABOUT = '<rdf:Description rdf:about=""'
EXTENSION = "http://www.aiim.org/pdfa/ns"
IDENTIFIED = f"""{ABOUT} xmlns:pdfaExtension="{EXTENSION}/extension/"
  xmlns:pdfaSchema="{EXTENSION}/schema#" xmlns:pdfaProperty="{EXTENSION}/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
 <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
 <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
 <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
 <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
  <pdfaProperty:name>part</pdfaProperty:name>
  <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
  <pdfaProperty:category>internal</pdfaProperty:category>
  <pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
 </rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
{ABOUT} xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>""".encode()


def identify(pdf: Any) -> None:
    """Says PDF/UA-1 too, in metadata that stand uncompressed, as 6.6.2.1 asks for."""
    metadata = at(pdf, pdf.catalog["Metadata"])
    metadata.stream = [b"".join(metadata.stream).replace(CLOSE, IDENTIFIED + CLOSE)]
    metadata.compress = False


def attachments(document: Document) -> tuple[Attachment, ...]:
    """What goes into the PDF: the edition's files, and each figure's data; by name, as PDF lists them."""
    blocks = (block for section in document.sections for block in every(section.blocks))
    charts = (block for block in blocks if isinstance(block, Figure) and block.rows)
    said = document.labels["attached.figure"]
    data = (Attachment(_name(f), csv_file(f), said.replace("#", f.title or f.measure), f.id) for f in charts)
    named = {one.name: one for one in (*data, *document.attachments)}  # a figure may stand on two pages
    return tuple(named[name] for name in sorted(named))


def _name(figure: Figure) -> str:
    number = f"{figure.number:03}-" if figure.number else ""
    return f"figure-{number}{figure.id.removeprefix('figure-')}.csv"


def enclosed(files: tuple[Attachment, ...], published: str) -> Iterator[weasyprint.Attachment]:
    """The files as WeasyPrint takes them, dated by the day of publication."""
    day = datetime.fromisoformat(published or "1970-01-01").replace(tzinfo=UTC)
    for one in files:
        yield weasyprint.Attachment(
            file_obj=BytesIO(one.content),
            name=one.name,
            description=one.about,
            relationship="Data",
            created=day,
            modified=day,
        )


def associate(pdf: Any, files: tuple[Attachment, ...], figures: Mapping[str, Any], published: str) -> None:
    """Binds each figure's data to its structure element, by id (ISO 19005-3, 6.8 and annex E)."""
    things = (thing for thing in pdf.objects if isinstance(thing, Dictionary))
    found = {thing["UF"].string: thing for thing in things if thing.get("Type") == "/Filespec"}
    for one in files:
        if one.to in figures:
            figures[one.to]["AF"] = Array([found[one.name].reference])
        if not published:  # a day nobody declared is none
            dates = at(pdf, found[one.name]["EF"]["F"]).extra["Params"]
            del dates["CreationDate"], dates["ModDate"]
    pdf.catalog["AF"] = Array(file.reference for file in found.values())  # WeasyPrint names each twice


def unmistakable(made: bytes) -> bytes:
    """The same file, ending no stream so that its last byte may be taken for half of a line's end, as a
    carriage return before the line feed; its length would then seem wrong (ISO 19005-3, 6.1.7.1).
    """
    return made.replace(b"\r\nendstream", b"\r\rendstream")

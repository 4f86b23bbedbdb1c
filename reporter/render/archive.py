"""What makes the PDF last: PDF/UA-1 said beside PDF/A-3a, and the data inside.

WeasyPrint writes one standard's identification; PDF/A allows another's beside it where the metadata
describe its schema (ISO 19005-3, 6.6.2.3).
"""

from typing import Any

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

"""Assessment + Words → Document: an outline's sections in their order, numbered and entered in the
contents.
"""

from collections.abc import Callable

from reporter.model.document import Section
from reporter.sections.annex import annex
from reporter.sections.audit import audit
from reporter.sections.bibliography import bibliography
from reporter.sections.brief import brief
from reporter.sections.bulletin import bulletin
from reporter.sections.cards import cards
from reporter.sections.claims import claims
from reporter.sections.contents import contents, reading
from reporter.sections.cover import cover
from reporter.sections.dimensions import dimensions
from reporter.sections.evidence import evidence
from reporter.sections.exhibits import exhibits
from reporter.sections.foreword import foreword
from reporter.sections.frontier import frontier
from reporter.sections.further import further
from reporter.sections.glossary import glossary
from reporter.sections.lists import lists
from reporter.sections.longer import longer
from reporter.sections.messages import messages
from reporter.sections.method import method
from reporter.sections.overall import overall
from reporter.sections.problems import problems
from reporter.sections.profiles import profiles
from reporter.sections.provenance import imprint, provenance
from reporter.sections.ranking import ranking
from reporter.sections.readings import readings
from reporter.sections.recommendations import recommendations
from reporter.sections.register import register
from reporter.sections.since import since
from reporter.sections.standing import standing

SECTIONS: dict[str, Callable[..., tuple[Section, ...]]] = {
    "cover": cover,
    "contents": contents,
    "reading": reading,
    "foreword": foreword,
    "messages": messages,
    "since": since,
    "brief": brief,
    "bulletin": bulletin,
    "ranking": ranking,
    "overall": overall,
    "standing": standing,
    "frontier": frontier,
    "longer": longer,
    "further": further,
    "dimensions": dimensions,
    "profiles": profiles,
    "problems": problems,
    "recommendations": recommendations,
    "exhibits": exhibits,
    "claims": claims,
    "audit": audit,
    "method": method,
    "readings": readings,
    "cards": cards,
    "annex": annex,
    "evidence": evidence,
    "glossary": glossary,
    "bibliography": bibliography,
    "provenance": provenance,
    "register": register,
    "lists": lists,
    "imprint": imprint,
}

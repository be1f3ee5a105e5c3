"""Organisations that run helplines."""

from dataclasses import dataclass

from api.openreferral.addresses import as_uri
from api.openreferral.identifiers import Kind, identifier_of, part_of
from api.v1.page_facts import Facts
from helplines.models import HelplinePage

# The register of each part of the UK, as https://org-id.guide names it, by how its numbers begin.
REGISTERS = {
    "SC": ("GB-SC", "Charity number (Scotland)"),
    "NIC": ("GB-NIC", "Charity number (Northern Ireland)"),
    "": ("GB-CHC", "Charity number (England and Wales)"),
}


@dataclass(frozen=True)
class Runner:
    """Who runs helplines: an organisation, or a helpline that runs itself because its record names no other."""

    identifier: str
    name: str
    description: str
    website: str = ""
    charity_number: str = ""
    # The record of an organisation, or that of the one helpline that runs itself.
    organisation_id: int | None = None
    helpline_id: int | None = None

    @classmethod
    def of(cls, helpline: HelplinePage) -> "Runner":
        """Who runs a helpline."""
        one = helpline.organisation
        if one is None:
            # No permanent name has a slash in it: an organisation of the same name is another.
            identifier = identifier_of(Kind.ORGANIZATION, f"helpline/{helpline.permanent_id}")
            return cls(identifier, helpline.title, helpline.summary, helpline_id=helpline.pk)
        identifier = identifier_of(Kind.ORGANIZATION, one.permanent_id)
        return cls(identifier, one.name, one.description, one.website, one.charity_number, one.pk)

    def told(self, *, full: bool) -> Facts:
        """As the standard has it; a description is asked for, and is empty where nobody wrote one."""
        facts = {"id": self.identifier, "name": self.name, "description": self.description}
        if self.website:
            facts["website"] = as_uri(self.website)
        if full and self.charity_number:
            return {**facts, "organization_identifiers": [_charity_number(self.charity_number, self.identifier)]}
        return facts


def _charity_number(number: str, identifier: str) -> Facts:
    begins = next(letters for letters in REGISTERS if number.startswith(letters))
    scheme, kind = REGISTERS[begins]
    return {
        "id": part_of(identifier, "organization_identifier", number),
        "organization_id": identifier,
        "identifier_scheme": scheme,
        "identifier_type": kind,
        # Northern Ireland's register counts without the letters by which people tell its numbers from England's.
        "identifier": number.removeprefix("NIC"),
    }

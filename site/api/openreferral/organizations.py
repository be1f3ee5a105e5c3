"""Organisations that run helplines."""

from api.openreferral.identifiers import Kind, identifier_of, part_of
from api.v1.page_facts import Facts
from helplines.models import Organisation

# The register of each part of the UK, as https://org-id.guide names it, by how its numbers begin.
REGISTERS = {
    "SC": ("GB-SC", "Charity number (Scotland)"),
    "NIC": ("GB-NIC", "Charity number (Northern Ireland)"),
    "": ("GB-CHC", "Charity number (England and Wales)"),
}


def organization_id(organisation: Organisation) -> str:
    """Its UUID."""
    return identifier_of(Kind.ORGANIZATION, organisation.permanent_id)


def told_organization(organisation: Organisation, *, full: bool) -> Facts:
    """As the standard has it; a description is asked for, and is empty where nobody wrote one."""
    identifier = organization_id(organisation)
    facts = {"id": identifier, "name": organisation.name, "description": organisation.description}
    if organisation.website:
        facts["website"] = organisation.website
    if full and organisation.charity_number:
        return {**facts, "organization_identifiers": [_charity_number(organisation, identifier)]}
    return facts


def _charity_number(organisation: Organisation, identifier: str) -> Facts:
    number = organisation.charity_number
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

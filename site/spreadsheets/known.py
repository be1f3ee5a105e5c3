"""What a file may name: sections, organisations, words to find helplines by, and the helplines themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from helplines.models import DirectoryTerm, HelplinePage, HelplineSection, Organisation
from spreadsheets.problems import Unreadable


@dataclass(frozen=True)
class Names:
    """Records of one kind by their numbers, in the order in which editors see them."""

    by_pk: dict[int, str]
    # Of a name that is not there: what it is called here, and who can add one.
    unknown: str

    def name_of(self, pk: int | None) -> str:
        """What it is called; nothing where it is gone."""
        return self.by_pk.get(pk, "") if pk is not None else ""

    def pk_of(self, name: str) -> int:
        """Its number; raises Unreadable for a name that nothing has."""
        exact = {said: pk for pk, said in self.by_pk.items()}
        loosely = {said.casefold(): pk for said, pk in exact.items()}
        pk = exact.get(name, loosely.get(name.casefold()))
        if pk is None:
            raise Unreadable(self.unknown.format(f"“{_short(name)}”") + _did_you_mean(name, exact))
        return pk


@dataclass(frozen=True)
class Known:
    """Everything that cells can name, read in four queries."""

    sections: Names
    organisations: Names
    terms: dict[str, Names]
    helplines: Names
    # The helpline that has a title already, in public or in its newest draft; its permanent name.
    titles: dict[str, str]

    @classmethod
    def read(cls) -> "Known":
        """As it is now."""
        terms = list(DirectoryTerm.objects.values_list("pk", "kind", "name"))
        helplines = list(
            HelplinePage.objects.order_by("path").values_list("pk", "permanent_id", "title", "draft_title")
        )
        return cls(
            sections=Names(
                dict(HelplineSection.objects.values_list("pk", "title")),
                "The directory has no section called {}. A research lead can add one: Settings → Sections of the directory.",
            ),
            organisations=Names(
                dict(Organisation.objects.values_list("pk", "name")),
                "No organisation here is called {}. A research lead can add one: Settings → Organisations.",
            ),
            terms={
                kind: Names(
                    {pk: name for pk, of_kind, name in terms if of_kind == kind},
                    "{} is not in the list. A research lead can add it: Settings → Words to find helplines by.",
                )
                for kind in ("need", "people")
            },
            helplines=Names(
                {pk: permanent_id for pk, permanent_id, *_ in helplines},
                "No helpline here has the permanent_id {}.",
            ),
            titles={
                said.strip().casefold(): permanent_id
                for _, permanent_id, *titles in helplines
                for said in titles
                if said
            },
        )


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name[:80], list(known), n=1)
    return f" Do you mean “{close[0]}”?" if close else ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"

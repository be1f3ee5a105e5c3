"""What a file may name: sections, organisations, words to find helplines by, and the helplines themselves."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from helplines.models import DirectoryTerm, HelplinePage, HelplineSection, Organisation
from spreadsheets.problems import Unreadable

# Looking for the name that was meant takes long. Of more wrong names than these nobody reads each, and most are new ones.
MOST_SUGGESTED, LONGEST_COMPARED = 20, 80


@dataclass(frozen=True)
class Names:
    """Records of one kind by their numbers, in the order in which editors see them."""

    by_pk: dict[int, str]
    # Of a name that is not there: what it is called here, and who can add one.
    unknown: str
    # What was said already of a wrong name.
    suggested: dict[str, str] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def exactly(self) -> dict[str, int]:
        """Their numbers by their names."""
        return {said: pk for pk, said in self.by_pk.items()}

    @cached_property
    def loosely(self) -> dict[str, int]:
        """The same, however large the letters are."""
        return {said.casefold(): pk for said, pk in self.exactly.items()}

    def name_of(self, pk: int | None) -> str:
        """What it is called; nothing where it is gone."""
        return self.by_pk.get(pk, "") if pk is not None else ""

    def pk_of(self, name: str) -> int:
        """Its number; raises Unreadable for a name that nothing has."""
        pk = self.exactly.get(name, self.loosely.get(name.casefold()))
        if pk is None:
            raise Unreadable(self.unknown.format(f"“{_short(name)}”") + self._did_you_mean(name[:LONGEST_COMPARED]))
        return pk

    def _did_you_mean(self, name: str) -> str:
        """The name that is nearest, looked for once; nothing where none is near, or too many were wrong before."""
        if name not in self.suggested and len(self.suggested) < MOST_SUGGESTED:
            close = get_close_matches(name, list(self.exactly), n=1)
            self.suggested[name] = f" Do you mean “{close[0]}”?" if close else ""
        return self.suggested.get(name, "")


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


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"

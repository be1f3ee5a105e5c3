"""How what a helpline says is different gets into a draft, or waits beside it."""

from dataclasses import dataclass, field
from typing import Any

from checking.corrections import NOTE, OF_PAGE, OF_WAY, CorrectionForm, in_words_of
from checking.entry import hours_in_words, notice_in_words
from helplines.models import ContactWay, HelplinePage, Notice
from helplines.models.trust_facts import TrustFact, TrustQuestion, TrustStanding


@dataclass
class Correction:
    """The answers of one form, on their way into a draft."""

    form: CorrectionForm
    # Whether nobody may change the page now: then nothing gets into a draft.
    is_held: bool = False
    changed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def note(self) -> str:
        """What is for the editors alone."""
        return str(self.form.cleaned_data[NOTE])

    @property
    def closed_in_words(self) -> str:
        """That they are closed, which the public does not know yet; empty where they say nothing of the kind."""
        status = HelplinePage.Status(self.form.cleaned_data["status"])
        is_news = "status" in self.form.what_changed and status != HelplinePage.Status.OPEN
        return str(status.label) if is_news else ""

    def put_into(self, draft: HelplinePage) -> tuple[list[str], list[str]]:
        """Change in the draft what they changed; returns what that is, and what somebody else is changing already.

        Somebody else's unpublished words are not written over: what they say instead is kept beside the draft. So is all that
        they say while the page is locked, or a version of it is planned.
        """
        self._put_details(draft)
        self._put_notice(draft)
        self._put_ways(draft)
        self._put_facts(draft)
        return self.changed, self.left

    def _put_details(self, draft: HelplinePage) -> None:
        public = self.form.helpline
        for name in OF_PAGE:
            if name not in self.form.what_changed:
                continue
            field_of_page: Any = draft._meta.get_field(name)
            label, said = str(field_of_page.verbose_name), self.form.cleaned_data[name]
            if getattr(draft, name) == getattr(public, name) and not self.is_held:
                setattr(draft, name, said)
                self.changed.append(label)
            elif getattr(draft, name) != said:
                self._leave(label, in_words_of(self.form.fields[name], said))

    def _put_notice(self, draft: HelplinePage) -> None:
        said, notices = self.form.new_notice, list(draft.notices.all())
        if said is None or any((one.words, one.last_day) == (said.words, said.last_day) for one in notices):
            return
        label = str(Notice._meta.verbose_name)
        if self.is_held:
            self._leave(label, notice_in_words(said))
        else:
            said.sort_order = 1 + max((one.sort_order or 0 for one in notices), default=0)
            draft.notices.set([*notices, said])
            self.changed.append(label)

    def _put_ways(self, draft: HelplinePage) -> None:
        ways = list(draft.contact_ways.all())
        for number, way in enumerate(self.form.ways, 1):
            said = self.form.changed_way(number, way)
            if said is None:
                continue
            label = f"{way.get_kind_display()} {way.value}"
            there = next((one for one in ways if is_the_same(one, way)), None)
            is_as_public = there is not None and all(getattr(there, name) == getattr(way, name) for name in OF_WAY)
            if is_as_public and not self.is_held:
                self.form.changed_way(number, way, into=there)
                self.changed.append(label)
            elif there is None or any(getattr(there, name) != getattr(said, name) for name in OF_WAY):
                hours = "; ".join(hours_in_words(said.opening_hours))
                self._leave(label, "; ".join(filter(None, (said.value, said.keyword, hours, said.note, said.cost))))
        draft.contact_ways.set(ways)

    def _put_facts(self, draft: HelplinePage) -> None:
        facts = list(draft.trust_facts.all())
        for question in TrustQuestion:
            said = self.form.changed_fact(question)
            if said is None:
                continue
            public = self.form.facts.get(question)
            there = next((fact for fact in facts if fact.question == question), None)
            if answer_of(there) == answer_of(public) and not self.is_held:
                if there is None:
                    facts.append(said)
                else:
                    self.form.changed_fact(question, into=there)
                self.changed.append(str(question.label))
            elif answer_of(there) != answer_of(said):
                self._leave(str(question.label), said.answer or str(said.get_standing_display()))
        draft.trust_facts.set(facts)

    def _leave(self, label: str, said: str) -> None:
        self.left.append(f"{label}: they say “{said}”" if said else f"{label}: they leave it empty")


def is_the_same(one: ContactWay, other: ContactWay) -> bool:
    """Whether a way in a draft is this public one: drafts that were published keep ways without their numbers."""
    if one.pk is not None:
        return bool(one.pk == other.pk)
    return (one.kind, one.value) == (other.kind, other.value)


def answer_of(fact: TrustFact | None) -> tuple[str, str]:
    """What a trust fact says; an entry that nobody made says the same as one that says “Not asked yet”."""
    return (fact.standing, fact.answer) if fact else (TrustStanding.NOT_ASKED.value, "")

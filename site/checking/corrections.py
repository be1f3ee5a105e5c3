"""What a helpline says is different: the form that asks."""

import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from checking.entry import hours_in_words
from checking.models.personal_links import LONGEST_NOTE
from contact.forms import Words
from core.guard_rails import Refusal
from core.partial_date import PartialDate
from core.superseded_numbers import why_out_of_date
from helplines.hours_form import OpeningHoursFormField, OpeningHoursWidget
from helplines.models import ContactWay, ContactWayKind, HelplinePage, Notice
from helplines.models.trust_facts import TrustFact, TrustQuestion, TrustStanding
from helplines.opening_hours import listed

FROM_THEM = "the helpline itself"
NOTHING_DIFFERENT = (
    "Nothing here is different from what is public. Change what is wrong, or go back and say that everything is right."
)
OF_PAGE = (
    "status", "opening_hours", "hours", "cost", "for_whom", "minimum_age", "maximum_age",
    "areas", "area", "languages", "interpretation",
)  # fmt: skip
OF_WAY = ("value", "keyword", "opening_hours", "note", "cost")
OF_FACT = ("standing", "answer")
NOTE = "anything_else"
NOTICE, NOTICE_UNTIL = "notice", "notice_until"
AN_AGE = "Write an age in whole years, up to 120, for example 16."
# A browser sends the first; the others are what somebody types where a browser has no calendar.
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y")
# The answers in the words of somebody who speaks for the helpline.
STANDINGS = (
    (TrustStanding.STATED.value, "We say:"),
    (TrustStanding.NOT_STATED.value, "We do not say"),
    (TrustStanding.NOT_ASKED.value, "Nobody has asked us yet"),
)

# What is wrong with an answer, in those words.
SENTENCES = {
    "standing": "There is an answer. Choose “We say”, or clear the answer.",
    "answer": "Write what you say, or choose “We do not say”.",
}


class CorrectionRefused(Exception):
    """Raised with the reasons for which a correction could never be published."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__("The correction may not be published.")
        self.refusals = refusals


class PublicHoursWidget(OpeningHoursWidget):
    """The rows of opening hours, as they look in public."""

    template_name = "checking/opening_hours.html"


class PublicHoursField(OpeningHoursFormField):
    """Opening hours for somebody without an account."""

    widget = PublicHoursWidget
    draws_itself = True


class LongWords(Words):
    """Words that take more than a line."""

    is_long = True


class Day(forms.DateField):
    """A day, chosen in the calendar of a browser or written."""

    is_day = True


class Age(forms.IntegerField):
    """An age in years, or none."""

    is_number = True


class CorrectionForm(forms.Form):
    """The entry as it is public, to be changed where it is wrong."""

    def __init__(self, data: Any = None, *, helpline: HelplinePage) -> None:
        super().__init__(data)
        self.helpline = helpline
        self.ways: list[ContactWay] = list(helpline.contact_ways.all())
        self.facts = {fact.question: fact for fact in helpline.trust_facts.all()}
        self.groups: list[tuple[str, list[str]]] = []
        self._ask_whether_it_is_open()
        for number, way in enumerate(self.ways, 1):
            self._ask_of_way(number, way)
        self._ask_of_page()
        for question in TrustQuestion:
            self._ask_of_question(question)
        self.fields[NOTE] = LongWords(
            max_length=LONGEST_NOTE,
            required=False,
            label="Anything else that we should know (optional)",
            help_text="For example a new way of contact, or one that no longer works. Our editors read this, and nobody else. "
            f"Up to {LONGEST_NOTE:,} characters.",
        )
        self.groups.append(("For our editors", [NOTE]))

    def _ask(self, name: str, label: str, value: Any, most: int, *, required: bool = False, hint: str = "") -> None:
        self.fields[name] = Words(
            max_length=most, required=required, label=label, initial=str(value or "").strip(), help_text=hint,
            error_messages={"required": "Write it here. If it no longer exists, leave it and say so at the end."},
        )  # fmt: skip

    def _ask_whether_it_is_open(self) -> None:
        self.fields["status"] = forms.ChoiceField(
            choices=HelplinePage.Status, label="Can people reach you?", initial=self.helpline.status,
            error_messages={"required": "Choose one of the answers.", "invalid_choice": "Choose one of the answers."},
        )  # fmt: skip
        notice = Notice()
        self._ask(
            NOTICE, "A new short notice (optional)", "", longest(notice, "words"),
            hint="For example: Closed on 25 December.",
        )  # fmt: skip
        self.fields[NOTICE_UNTIL] = Day(
            label="The last day that it speaks of", required=False, input_formats=DAYS,
            help_text="Nobody sees the notice after that day.",
            error_messages={"invalid": "Write a day, for example 25 December 2026."},
        )  # fmt: skip
        self.groups.append(("Is it open?", ["status", NOTICE, NOTICE_UNTIL]))

    def _ask_of_way(self, number: int, way: ContactWay) -> None:
        names = {name: name_of_way(number, name) for name in OF_WAY}
        self._ask(names["value"], "Number, address or link", way.value, longest(way, "value"), required=True)
        if way.kind == ContactWayKind.TEXT:
            self._ask(names["keyword"], "The word to send (optional)", way.keyword, longest(way, "keyword"))
        self.fields[names["opening_hours"]] = PublicHoursField(
            label="Its own opening hours, where they differ", required=False, initial=way.opening_hours,
            widget=PublicHoursWidget(when_empty="The same as the whole helpline, below"),
        )  # fmt: skip
        self._ask(names["note"], "A note about it (optional)", way.note, longest(way, "note"))
        self._ask(names["cost"], "Its own cost (optional)", way.cost, longest(way, "cost"))
        asked = [name for name in names.values() if name in self.fields]
        self.groups.append((f"Way of contact {number}: {way.get_kind_display()}", asked))

    def _ask_of_page(self) -> None:
        page = self.helpline
        self.fields["opening_hours"] = PublicHoursField(
            label="Opening hours", required=False, initial=page.opening_hours
        )
        self._ask("hours", "More about when (optional)", page.hours, longest(page, "hours"))
        self._ask("cost", "What it costs", page.cost, longest(page, "cost"))
        self._ask("for_whom", "In your own words", page.for_whom, longest(page, "for_whom"))
        self._ask_age("minimum_age", "From the age of (optional)", page.minimum_age, youngest=0)
        self._ask_age(
            "maximum_age", "Up to the age of (optional)", page.maximum_age, youngest=1,
            hint="The last age that it is for: “under 19” is 18.",
        )  # fmt: skip
        self._ask_several("areas", "Nations", hint="Tick all four for the whole of the UK.")
        self._ask("area", "More about where (optional)", page.area, longest(page, "area"))
        self._ask_several("languages", "Languages that somebody answers in")
        self._ask(
            "interpretation", "About interpreters (optional)", page.interpretation, longest(page, "interpretation")
        )
        self.groups += [
            ("When it is open", ["opening_hours", "hours"]),
            ("Cost", ["cost"]),
            ("Who it is for", ["for_whom", "minimum_age", "maximum_age"]),
            ("Where you answer", ["areas", "area"]),
            ("Languages", ["languages", "interpretation"]),
        ]

    def _ask_age(self, name: str, label: str, value: int | None, *, youngest: int, hint: str = "") -> None:
        self.fields[name] = Age(
            min_value=youngest, max_value=120, required=False, label=label, initial=value, help_text=hint,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), AN_AGE),
        )  # fmt: skip

    def _ask_several(self, name: str, label: str, *, hint: str = "") -> None:
        field_of_page: Any = HelplinePage._meta.get_field(name)
        field = field_of_page.formfield()
        field.label, field.help_text, field.initial = label, hint, getattr(self.helpline, name)
        self.fields[name] = field

    def _ask_of_question(self, question: TrustQuestion) -> None:
        fact = self.facts.get(question) or TrustFact(question=question)
        standing, answer = (name_of_fact(question, name) for name in OF_FACT)
        self.fields[standing] = forms.ChoiceField(
            choices=STANDINGS, label="What do you say?", initial=fact.standing,
            error_messages={"required": "Choose one of the answers.", "invalid_choice": "Choose one of the answers."},
        )  # fmt: skip
        self._ask(answer, "What you say, in your own words", fact.answer, longest(fact, "answer"))
        self.groups.append((str(question.label), [standing, answer]))

    def clean(self) -> dict[str, Any]:
        """Numbers that are out of date or do not exist, and answers without words, are said beside their fields."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name in self.what_changed:
            if name != NOTE and isinstance(cleaned.get(name), str) and (reason := why_out_of_date(cleaned[name])):
                self.add_error(name, reason)
        for number, way in enumerate(self.ways, 1):
            self._check(self.changed_way(number, way), {name: name_of_way(number, name) for name in OF_WAY})
        for question in TrustQuestion:
            self._check(self.changed_fact(question), {name: name_of_fact(question, name) for name in OF_FACT})
        self._check_notice()
        self._check_ages()
        if not self.errors and not self.what_changed:
            raise ValidationError(NOTHING_DIFFERENT)
        return cleaned

    @property
    def what_changed(self) -> list[str]:
        """The fields that say something else than the public entry, in the order of the form."""
        return [name for name in self.fields if name in self.changed_data]

    def _check_notice(self) -> None:
        words, last_day = self.cleaned_data.get(NOTICE), self.cleaned_data.get(NOTICE_UNTIL)
        if NOTICE in self.errors or NOTICE_UNTIL in self.errors:
            return
        if words and not last_day:
            self.add_error(NOTICE_UNTIL, "Say until which day readers have to know it.")
        elif last_day and not words:
            self.add_error(NOTICE, "Write what readers have to know, or clear the day.")
        elif last_day and last_day < timezone.localdate():
            self.add_error(NOTICE_UNTIL, "This day is over, so nobody would see the notice.")

    def _check_ages(self) -> None:
        youngest, oldest = self.cleaned_data.get("minimum_age"), self.cleaned_data.get("maximum_age")
        if youngest is not None and oldest is not None and youngest > oldest:
            self.add_error("maximum_age", "The first age is higher than the last.")

    @property
    def new_notice(self) -> Notice | None:
        """What they say that readers have to know for some time, or None."""
        words = self.cleaned_data.get(NOTICE)
        return Notice(words=words, last_day=self.cleaned_data[NOTICE_UNTIL]) if words else None

    def _check(self, child: Any, names: dict[str, str]) -> None:
        """Say beside its field what a changed way of contact or answer cannot be."""
        if child is None or any(name in self.errors for name in names.values()):
            return
        try:
            child.clean()
        except ValidationError as error:
            for name, reasons in error.message_dict.items():
                if name in names:
                    self.add_error(names[name], SENTENCES.get(name, reasons))

    def changed_way(self, number: int, way: ContactWay, into: ContactWay | None = None) -> ContactWay | None:
        """A way of contact as they say it is, or None where nothing of it changed."""
        changed = [name for name in OF_WAY if name_of_way(number, name) in self.what_changed]
        if not changed:
            return None
        said = into or copy.copy(way)
        for name in changed:
            setattr(said, name, self.cleaned_data.get(name_of_way(number, name), ""))
        if "value" in changed:
            said.source = FROM_THEM
        return said

    def changed_fact(self, question: TrustQuestion, into: TrustFact | None = None) -> TrustFact | None:
        """The answer to a trust question as they give it, or None where it is the same."""
        if not any(name_of_fact(question, name) in self.what_changed for name in OF_FACT):
            return None
        said = into or copy.copy(self.facts.get(question)) or TrustFact(question=question)
        for name in OF_FACT:
            setattr(said, name, self.cleaned_data.get(name_of_fact(question, name), ""))
        is_stated = said.standing == TrustStanding.STATED
        # A word that said the old answer in short may not say the new one.
        said.in_short = ""
        said.source = FROM_THEM if is_stated else ""
        said.on = PartialDate.from_date(timezone.localdate()) if is_stated else None
        return said

    def show(self, refusals: list[Refusal]) -> None:
        """Put what the guard rails say beside the fields that it is about, or above the form."""
        for refusal in refusals:
            self.add_error(refusal.field if refusal.field in self.fields else None, refusal.message)


def name_of_way(number: int, name: str) -> str:
    """What the form calls a field of a way of contact: by its place in the version that is shown, which no publication changes."""
    return f"way-{number}-{name}"


def name_of_fact(question: TrustQuestion, name: str) -> str:
    """What the form calls a field of a trust question."""
    return f"{question.value}-{name}".replace("_", "-")


def longest(record: Any, name: str) -> int:
    """How long the words in a field can be."""
    return int(record._meta.get_field(name).max_length)


def in_words_of(field: Any, value: Any) -> str:
    """What stands in a field of the form, as somebody would say it; empty where nothing does, or nobody can say it."""
    if isinstance(field, PublicHoursField):
        try:
            return "; ".join(hours_in_words(field.to_python(value)))
        except ValidationError:
            return ""
    labels = dict(getattr(field, "choices", ()))
    if isinstance(field, forms.MultipleChoiceField):
        return listed([str(labels.get(one, one)) for one in value or ()])
    return "" if value is None else str(labels.get(value, value))

"""A personal link opens one entry, once, for whoever has the whole address, and tells nobody anything else."""

import datetime as dt
import io
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.db import IntegrityError, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from backups.left_out import is_left_out
from checking.actions import LinkEnded, check_of, confirm_own_entry, revoke_link
from checking.models import PersonalLink, WeeklyReminder
from config.logs import about
from helplines.models import HelplinePage
from tests.at_once import as_a_file_would_wait
from tests.checks import Somebody, a_link_for, a_public_helpline, fields_of, published_again
from tests.editorial import an_editor, fresh
from tests.what_is_kept import tables_with
from tests.writing import parsed

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 11, 2)
THANKS = "/helplines/check/thank-you/"


@pytest.fixture(autouse=True)
def nothing_was_counted_before() -> None:
    cache.clear()


@pytest.fixture
def page() -> HelplinePage:
    return a_public_helpline()


@pytest.fixture
def somebody(page: HelplinePage) -> Somebody:
    return Somebody(a_link_for(page))


def links_url(page: HelplinePage) -> str:
    return reverse("personal_links", args=[page.pk])


def test_everything_is_right_marks_it_as_checked_today_by_nobody(page: HelplinePage, somebody: Somebody) -> None:
    answer = somebody.says_it_is_right()

    found = fresh(page)
    assert (answer.status_code, answer["Location"]) == (303, f"{THANKS}?answer=right")
    assert (found.last_checked, found.checked_how, found.checked_by) == (TODAY, "the helpline said so", None)
    entry = PageLogEntry.objects.get(action="checking.checked")
    assert (entry.user, entry.message) == (None, "Every public detail was checked: the helpline said so")
    assert "Last checked 2 November 2026." in Client().get(page.url).content.decode()


def test_it_shows_the_entry_as_the_public_sees_it_and_nothing_of_a_draft(
    page: HelplinePage, somebody: Somebody
) -> None:
    draft = fresh(page)
    draft.cost = "Words of a draft"
    draft.save_revision()

    shown, form = somebody.opens(), somebody.opens(answer="different")

    words = parsed(shown).main.get_text(" ", strip=True)
    assert "Call: 020 7946 0000; Ask for Example." in words
    assert "What it costs Free" in words
    assert "Is it recorded? No. (from: A call)" in words
    assert "You can answer once, until 2 December 2026." in words
    assert "Words of a draft" not in shown.content.decode() + form.content.decode()


def test_it_is_a_page_with_help_and_the_way_out(somebody: Somebody) -> None:
    for answer in (somebody.opens(), somebody.opens(answer="different"), somebody.client.get(THANKS)):
        words = answer.content.decode()
        assert "Get help now" in words
        assert "Leave this site" in words


@pytest.mark.parametrize(
    ("answer", "said", "not_said"),
    [
        ("?answer=right", "You said that everything is right.", "something is different"),
        ("?answer=different", "You said that something is different.", "everything is right"),
        ("?answer=nonsense", "We have your answer.", "You said that"),
        ("", "We have your answer.", "You said that"),
    ],
)
def test_the_thanks_say_what_was_answered(somebody: Somebody, answer: str, said: str, not_said: str) -> None:
    words = parsed(somebody.client.get(f"{THANKS}{answer}")).select_one("main").get_text()

    assert said in words
    assert not_said not in words


def test_looking_uses_nothing_up(page: HelplinePage, somebody: Somebody) -> None:
    for _ in range(3):
        somebody.opens()
        somebody.opens(answer="different")
        somebody.client.head(somebody.url)

    assert fresh(page).last_checked is None
    assert somebody.says_it_is_right().status_code == 303


def test_what_changed_after_the_page_was_opened_is_not_confirmed(page: HelplinePage, somebody: Somebody) -> None:
    seen = str(page.live_revision_id)
    published_again(page, cost="Other words")

    answer = somebody.says_it_is_right(seen=seen)

    assert answer.status_code == 409
    assert "Our entry changed after you opened this page." in answer.content.decode()
    assert "Other words" in answer.content.decode()
    assert fresh(page).last_checked is None
    assert somebody.says_it_is_right().status_code == 303


def used(page: HelplinePage, token: str, clock: time_machine.Traveller) -> str:
    confirm_own_entry(token=token, seen=page.live_revision_id)
    clock.shift(dt.timedelta(minutes=10, seconds=1))
    return token


def revoked(page: HelplinePage, token: str, clock: time_machine.Traveller) -> str:
    revoke_link(link=PersonalLink.objects.get(), by=None)
    return token


def expired(page: HelplinePage, token: str, clock: time_machine.Traveller) -> str:
    clock.shift(30 * DAY)
    return token


def of_what_is_not_public(page: HelplinePage, token: str, clock: time_machine.Traveller) -> str:
    Page.objects.filter(pk=page.pk).update(live=False)
    return token


def forgotten(page: HelplinePage, token: str, clock: time_machine.Traveller) -> str:
    PersonalLink.objects.all().delete()
    return token


def its_digest(page: HelplinePage, token: str, clock: time_machine.Traveller) -> str:
    return PersonalLink.objects.get().digest


Attack = Callable[[HelplinePage, str, time_machine.Traveller], str]


def typed(change: Callable[[str], str]) -> Attack:
    return lambda page, token, clock: change(token)


ATTACKS: dict[str, Attack] = {
    "used": used,
    "revoked": revoked,
    "expired": expired,
    "not public": of_what_is_not_public,
    "forgotten": forgotten,
    "the digest that is kept": its_digest,
    "its number": typed(lambda token: "1"),
    "one sign short": typed(lambda token: token[:-1]),
    "one sign more": typed(lambda token: token + "a"),
    "other case": typed(str.swapcase),
    "another sign": typed(lambda token: ("b" if token[0] == "a" else "a") + token[1:]),
    "padded": typed(lambda token: token + "="),
    "a space before it": typed(lambda token: "%20" + token),
    "a wildcard": typed(lambda token: "%25"),
    "half of SQL": typed(lambda token: "'%20OR%201=1--"),
    "no sign that is one": typed(lambda token: "%00%FF%ED%A0%80"),
    "another language": typed(lambda token: "%D8%B1%D8%A7%D8%A8%D8%B7"),
    "very long": typed(lambda token: token * 100),
    "nothing but a dot": typed(lambda token: "."),
}


def told(answer: Any) -> tuple[int, bytes, str]:
    """All that an answer says."""
    return answer.status_code, answer.content, str(answer.headers)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_link_that_does_not_work_gets_one_and_the_same_page_and_changes_nothing(
    page: HelplinePage, the_clock: time_machine.Traveller, attack: str
) -> None:
    token = ATTACKS[attack](page, a_link_for(page), the_clock)
    before = HelplinePage.objects.values().get(pk=page.pk)
    known, unknown = f"/helplines/check/{token}/", "/helplines/check/no-such-link/"
    right = {"answer": "right", "seen": page.live_revision_id}

    answers = [
        (Client().get(known), Client().get(unknown)),
        (Client().get(known, {"answer": "different"}), Client().get(unknown, {"answer": "different"})),
        (Client().post(known, right), Client().post(unknown, right)),
        (Client().post(known, {**right, "answer": "different", "cost": "x"}), Client().post(unknown, right)),
    ]

    assert [told(answer) for answer, _ in answers] == [told(plain) for _, plain in answers]
    assert {plain.status_code for _, plain in answers} == {404}
    assert "This link does not work" in answers[0][0].content.decode()
    assert HelplinePage.objects.values().get(pk=page.pk) == before


@pytest.mark.parametrize("minutes", [0, 9])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("right", "right"),
        ("different", "different"),
        ("right", "different"),
        ("different", "right"),
        ("different", "more"),
    ],
)
def test_an_answer_counts_once_and_who_sends_the_same_twice_is_thanked_twice(
    page: HelplinePage, somebody: Somebody, the_clock: Any, first: str, second: str, minutes: int
) -> None:
    forms = {"right": fields_of(parsed(somebody.opens()).select_one("main form[method=post]"))}
    forms["different"] = {**somebody.opens_the_form(), "cost": "Ten pence"}
    forms["more"] = {**forms["different"], "anything_else": "And the chat is gone."}
    somebody.sends(forms[first])
    the_clock.shift(minutes * 60)
    done = (check_of(fresh(page)), Revision.objects.count(), PageLogEntry.objects.count(), len(mail.outbox))

    again = somebody.sends(forms[second])

    if first == second:
        assert (again.status_code, again["Location"]) == (303, f"{THANKS}?answer={first}")
    else:
        assert again.status_code == 409
        assert "what you sent just now was not taken" in again.content.decode()
    assert (check_of(fresh(page)), Revision.objects.count(), PageLogEntry.objects.count(), len(mail.outbox)) == done
    assert PersonalLink.objects.get().answer == first
    assert somebody.opens().status_code == 404


def test_a_link_opens_the_entry_that_it_was_made_for_and_no_other(page: HelplinePage, somebody: Somebody) -> None:
    other = a_public_helpline(title="Another line")

    somebody.says_it_is_right(helpline=str(other.pk), pk=str(other.pk), seen=str(page.live_revision_id))

    assert (fresh(page).last_checked, fresh(other).last_checked) == (TODAY, None)


@pytest.mark.parametrize(("days", "status"), [(29.99, 200), (30, 404)])
def test_it_works_until_its_time_is_over(
    somebody: Somebody, the_clock: time_machine.Traveller, days: float, status: int
) -> None:
    the_clock.shift(days * DAY)

    assert somebody.opens().status_code == status


@pytest.mark.parametrize(
    "typed",
    [{"seen": "x"}, {"seen": "9" * 40}, {"seen": "-1"}, {"seen": "²"}, {"seen": ""}],
    ids=["a letter", "a long number", "less than nothing", "no figure", "nothing"],
)
def test_nonsense_instead_of_the_version_confirms_nothing(
    page: HelplinePage, somebody: Somebody, typed: dict[str, str]
) -> None:
    assert somebody.says_it_is_right(**typed).status_code == 409
    assert fresh(page).last_checked is None


def test_an_answer_that_is_none_is_asked_again(page: HelplinePage, somebody: Somebody) -> None:
    assert somebody.says_it_is_right(answer="perhaps").status_code == 422
    assert fresh(page).last_checked is None


@pytest.mark.parametrize("answer", ["right", "different"])
def test_an_answer_from_another_website_is_shown_before_it_is_sent(
    page: HelplinePage, somebody: Somebody, answer: str
) -> None:
    form = {"answer": answer, "seen": str(page.live_revision_id), "cost": "Typed elsewhere"}

    shown = somebody.client.post(somebody.url, form, headers={"sec-fetch-site": "cross-site"})

    assert shown.status_code == 403
    assert "It came from another website." in shown.content.decode()
    assert fresh(page).last_checked is None
    assert not fresh(page).has_unpublished_changes


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_nothing_but_forms_is_taken(somebody: Somebody, method: str) -> None:
    assert getattr(somebody.client, method)(somebody.url).status_code == 405


def test_a_form_that_is_larger_than_one_that_somebody_filled_in_is_not_read(somebody: Somebody) -> None:
    assert somebody.client.post(somebody.url, {"anything_else": "x" * 300_000}).status_code == 413


def test_nobody_gets_a_cookie_and_no_browser_keeps_a_copy(page: HelplinePage, somebody: Somebody) -> None:
    answers = [
        somebody.opens(),
        somebody.opens(answer="different"),
        somebody.sends(way_value="nonsense"),
        somebody.says_it_is_right(),
        somebody.client.get(THANKS),
        somebody.opens(),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 422, 303, 200, 404]
    assert [dict(answer.cookies) for answer in answers] == [{}] * 6
    assert {answer["Cache-Control"] for answer in answers} == {"no-store"}
    assert {answer["Referrer-Policy"] for answer in answers} == {"no-referrer"}
    shown = [answer for answer in answers if answer.status_code != 303]
    assert {answer["X-Robots-Tag"] for answer in shown} == {"noindex"}
    assert ["Cookie" in answer.get("Vary", "") for answer in answers] == [False] * 6
    assert not Session.objects.exists()


def test_no_page_says_its_own_address_to_another(somebody: Somebody) -> None:
    words = somebody.opens().content.decode() + somebody.opens(answer="different").content.decode()

    assert somebody.token not in words
    assert "http://" not in words.replace("http://www.w3.org", "")


def test_who_tries_many_addresses_is_held_off_and_others_are_not(page: HelplinePage, somebody: Somebody) -> None:
    for number in range(60):
        Client().get(f"/helplines/check/guess-{number}/", REMOTE_ADDR="198.51.100.7")

    held_off = Client().get(somebody.url, REMOTE_ADDR="198.51.100.7")

    assert (held_off.status_code, held_off["Retry-After"]) == (429, "600")
    assert "Get help now" in held_off.content.decode()
    assert somebody.opens().status_code == 200


def test_nothing_of_the_visitors_address_is_kept(somebody: Somebody) -> None:
    somebody.address = "198.51.100.77"
    somebody.opens()
    somebody.says_it_is_right()

    assert tables_with("198.51.100.77") == []


def test_only_a_digest_of_the_secret_is_kept_and_no_two_are_alike(page: HelplinePage) -> None:
    tokens = [a_link_for(page) for _ in range(20)]

    assert len(set(tokens)) == 20
    # 43 signs of 64 kinds: more than 256 bits.
    assert {len(token) for token in tokens} == {43}
    assert [tables_with(token) for token in tokens] == [[]] * 20


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_link_that_is_used_twice_at_once_is_used_once() -> None:
    page = a_public_helpline()
    token = a_link_for(page)

    def use_it(number: int) -> bool:
        try:
            as_a_file_would_wait(lambda: confirm_own_entry(token=token, seen=page.live_revision_id))
        except LinkEnded:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(use_it, range(2))) == [False, True]

    assert PageLogEntry.objects.filter(action="checking.checked").count() == 1


# What is kept, and for how long.


def told_by_the_command() -> str:
    screen = io.StringIO()
    call_command("forget_old_links", stdout=screen)
    return screen.getvalue().strip()


@pytest.mark.parametrize(
    ("end", "days", "left"),
    [
        ("used_at", 29, 1), ("used_at", 31, 0), ("revoked_at", 29, 1), ("revoked_at", 31, 0),
        ("expires_at", 29, 1), ("expires_at", 31, 0),
    ],
)  # fmt: skip
def test_thirty_days_after_its_end_the_link_is_gone_with_the_address_and_the_words(
    page: HelplinePage, end: str, days: int, left: int
) -> None:
    then = timezone.now() - days * DAY
    fields = {"made_at": then - DAY, "expires_at": timezone.now() + DAY, end: then}
    answer = "different" if end == "used_at" else ""
    PersonalLink.objects.create(
        helpline=page, digest="x", email="unmistakable@example.org", note="unmistakable", answer=answer, **fields
    )

    assert told_by_the_command() == f"Old personal links deleted: {1 - left}"
    assert told_by_the_command() == "Old personal links deleted: 0"
    assert tables_with("unmistakable") == ["checking_personallink"] * left


def test_the_secret_the_address_and_the_words_stand_in_no_log_mail_history_or_revision(
    page: HelplinePage, caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Any
) -> None:
    with caplog.at_level(logging.DEBUG), django_capture_on_commit_callbacks(execute=True):
        somebody = Somebody(a_link_for(page, by=an_editor().user, email="unmistakable@example.org"))
        somebody.sends(cost="1p", anything_else="unmistakable words")
        Client().get(f"{somebody.url}nothing/")

    first, *others = mail.outbox
    assert first.to == ["unmistakable@example.org"]
    assert [sent for sent in others if "unmistakable" in f"{sent.subject} {sent.body} {sent.to}"] == []
    assert [sent for sent in others if somebody.token in sent.body] == []
    own = [record.getMessage() for record in caplog.records if not record.name.startswith("django.request")]
    assert [line for line in own if "unmistakable" in line or somebody.token in line] == []
    assert tables_with("unmistakable") == ["checking_personallink"]
    assert tables_with(somebody.token) == []
    assert not Revision.objects.filter(content__icontains="unmistakable").exists()
    assert not ReferenceIndex.objects.filter(base_content_type__app_label="checking").exists()


def test_a_server_prints_the_pattern_of_the_address_and_not_the_secret(rf: Any, somebody: Somebody) -> None:
    answer = somebody.opens()

    printed = about(answer.wsgi_request, answer)

    assert printed == {"method": "GET", "route": "helplines/check/<str:token>/", "page": "", "status": 200}


def test_a_backup_holds_no_link_that_would_open_again_and_remembers_the_week() -> None:
    assert is_left_out(PersonalLink)
    assert not is_left_out(WeeklyReminder)


NOW = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "wrong",
    [
        {"expires_at": NOW},
        {"used_at": NOW},
        {"answer": "right"},
        {"answer": "perhaps", "used_at": NOW},
        {"digest": "a"},
    ],
)
def test_the_database_keeps_no_link_that_cannot_be(page: HelplinePage, wrong: dict[str, Any]) -> None:
    good = {"helpline": page, "digest": "a", "made_at": NOW, "expires_at": NOW + DAY}
    PersonalLink.objects.create(**good)

    with pytest.raises(IntegrityError), transaction.atomic():
        PersonalLink.objects.create(**{**good, "digest": "b", **wrong})

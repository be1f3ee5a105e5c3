"""One link looked at: who is asked, how long, how far, and what the answer means."""

import http.client
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from django.conf import settings
from requests.utils import requote_uri

from checking.links.politeness import Pace
from checking.models import Outcome
from webhooks.destinations import NoSuchHost, Refused, check_address, ips_of
from webhooks.sending import PATIENCE, ToTheseAddresses, closed_in_the_end

# Seconds to connect (as for webhooks), for each part of an answer, and for everything together: each request for the head
# or the page, every step of the way, and our own waiting between them.
TO_READ = 10.0
FOR_ALL = 20.0
MOST_HOPS = 8
# Machines of one host that are tried; with more, each that is silent would take its time.
MOST_MACHINES = 3
# Of a page it is enough that it begins.
MOST_READ = 1024
ON_ELSEWHERE = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
GONE = frozenset({404, 410})
TOO_MUCH = frozenset({429, 503})


@dataclass(frozen=True)
class Finding:
    """What came of one link, in words for an editor."""

    outcome: Outcome
    words: str
    moved_to: str = ""
    # Whether another machine answered at all: then this one is connected.
    was_heard: bool = True
    # Whether the host asked to be left alone for now.
    wants_rest: bool = False


@dataclass(frozen=True)
class Answer:
    """What a machine said to one request."""

    status: int
    location: str


class ToALink(ToTheseAddresses):
    """A connection to the addresses that were checked, with more patience once somebody is there."""

    def connect(self) -> None:
        """Reach it, and then wait a little longer for each part of the answer."""
        super().connect()
        if self.is_over:
            raise TimeoutError
        self.sock.settimeout(TO_READ)


def look_at(url: str, *, pace: Pace) -> Finding:
    """Ask, and follow where it leads; whatever goes wrong is a finding, too."""
    try:
        return follow(url, pace=pace, until=pace.now() + FOR_ALL)
    except NoSuchHost as error:
        cause = error.__cause__
        if isinstance(cause, socket.gaierror) and cause.errno == socket.EAI_AGAIN:
            return Finding(Outcome.UNSURE, "Where this host is could not be looked up.", was_heard=False)
        return Finding(Outcome.FAILED, "There is no such host.", was_heard=False)
    except Refused as refusal:
        return Finding(Outcome.UNSURE, str(refusal), was_heard=False)
    except ssl.SSLError:
        return Finding(Outcome.FAILED, "Its certificate is not valid, so browsers warn of it.")
    except TimeoutError:
        return Finding(Outcome.UNSURE, "It did not answer in time.", was_heard=False)
    except ConnectionRefusedError:
        return Finding(Outcome.FAILED, "Nobody answers at this host.", was_heard=False)
    except (OSError, http.client.HTTPException, ValueError):
        return Finding(Outcome.UNSURE, "The connection broke off.", was_heard=False)


def follow(url: str, *, pace: Pace, until: float) -> Finding:
    """What a reader comes to; an address of which every step so far was for good is where the link has moved."""
    here, moved_to, for_good = url, "", True
    for _ in range(MOST_HOPS + 1):
        answer = ask(here, pace=pace, until=until)
        if answer.status not in ON_ELSEWHERE or not answer.location:
            return in_words(answer.status, moved_to=moved_to)
        here = urldefrag(urljoin(here, answer.location)).url
        for_good = for_good and answer.status in FOR_GOOD
        moved_to = here if for_good else moved_to
    return Finding(Outcome.UNSURE, "It leads from one address to the next without an end.")


def in_words(status: int, *, moved_to: str) -> Finding:
    """What a status means for readers: only “not there” and “gone” say that a link is broken."""
    if 200 <= status < 300:
        if moved_to:
            return Finding(Outcome.MOVED, "Has moved to another address.", moved_to=moved_to)
        return Finding(Outcome.WORKS, f"Answered {status}.")
    if status in GONE:
        return Finding(Outcome.FAILED, f"Answered {status}: there is no such page.")
    return Finding(Outcome.UNSURE, f"Answered {status}: a machine is not let in.", wants_rest=status in TOO_MUCH)


def ask(url: str, *, pace: Pace, until: float) -> Answer:
    """Ask for the head alone; where that is not answered well, for the page, of which no more than the beginning is read."""
    address = requote_uri(url)
    try:
        answer = request("HEAD", address, pace=pace, until=until)
        if answer.status < 400 or answer.status in TOO_MUCH:
            return answer
    except (ssl.SSLError, TimeoutError, ConnectionRefusedError):
        raise
    except (http.client.HTTPException, OSError):
        pass  # some hang up on whoever asks for the head
    return request("GET", address, pace=pace, until=until)


def request(method: str, url: str, *, pace: Pace, until: float) -> Answer:
    """One request; raises Refused, OSError or HTTPException where there is no answer, TimeoutError where time is over."""
    parts = check_address(url, may_be_plain=True)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    ips = ips_of(host, port)[:MOST_MACHINES]
    tls = ssl.create_default_context() if parts.scheme == "https" else None
    connection = ToALink(host, port, ips=ips, tls=tls)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    pace.wait_for(host)
    left = until - pace.now()
    if left <= 0:
        raise TimeoutError
    # Nothing can end the reaching of a machine from outside, so all of them together have what is left.
    connection.timeout = min(PATIENCE, left / len(ips))
    with closed_in_the_end(connection, after=left):
        try:
            connection.request(method, target, headers=headers())
            response = connection.getresponse()
            response.read(MOST_READ)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if connection.is_over:
                raise TimeoutError from error
            raise
    return Answer(response.status, response.headers.get("Location") or "")


def headers() -> dict[str, str]:
    """Who we are, and where somebody finds us who minds."""
    return {
        "user-agent": f"avoidable-harm-links (+{settings.WAGTAILADMIN_BASE_URL})",
        "accept": "*/*",
        "accept-encoding": "identity",
        "connection": "close",
    }

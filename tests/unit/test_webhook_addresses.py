"""Where messages to webhooks may go."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhooks.destinations import Refused, check_address, ips_of, is_in_public, why_not_an_address
from webhooks.sending import send
from webhooks.signing import signature

INTO_A_PRIVATE_NETWORK = [
    "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1",
    "192.0.2.1", "198.18.0.1", "[fe80::1]", "[fc00::1]", "[fd12::1]", "[ff02::1]", "[::]", "[2001:db8::1]",
    "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "[64:ff9b::a9fe:a9fe]", "[2002:a00:1::]",
    "192.0.0.192", "192.0.0.1", "198.19.0.1", "0.1.2.3", "100.127.0.1", "239.1.1.1", "192.88.99.1", "240.0.0.1",
    "[fec0::1]", "[64:ff9b:1::a00:1]", "[64:ff9b::5db8:d70e]", "[::10.0.0.1]", "[::ffff:0:10.0.0.1]", "[3fff::1]",
    "[5f00::1]", "[2001::1]", "[2001:1::1]", "[2002:5db8:d70e::]", "[100::1]", "[4000::1]", "[ff0e::1]",
]  # fmt: skip
THIS_MACHINE = [
    "127.0.0.1", "127.1.2.3", "[::1]", "[::ffff:127.0.0.1]", "localhost", "LOCALHOST.", "a.localhost", "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[2002:7f00:1::]",
]  # fmt: skip


@pytest.fixture(autouse=True)
def as_on_a_server(settings: Any) -> None:
    """Nothing may stay on this machine."""
    settings.WEBHOOKS_MAY_REACH_THIS_MACHINE = False


@pytest.mark.parametrize("host", INTO_A_PRIVATE_NETWORK)
@pytest.mark.parametrize("here", [False, True])
def test_nothing_goes_into_a_private_network(settings: Any, here: bool, host: str) -> None:
    settings.WEBHOOKS_MAY_REACH_THIS_MACHINE = here

    assert why_not_an_address(f"https://{host}/hook")


@pytest.mark.parametrize("host", THIS_MACHINE)
def test_nothing_goes_to_the_server_itself(host: str) -> None:
    assert why_not_an_address(f"https://{host}/hook") == "This address leads to the server itself."


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/hook", "http://localhost/", "https://localhost:8443/"])
def test_on_ones_own_machine_it_may(settings: Any, url: str) -> None:
    settings.WEBHOOKS_MAY_REACH_THIS_MACHINE = True

    assert why_not_an_address(url) == ""


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/hook?a=b",
        "https://example.org:8443",
        "https://93.184.215.14/",
        "https://[2606:4700::1111]/",
        "https://[2a00:1450:4009::1]/",
    ],
)
def test_other_machines_in_public_are_told(url: str) -> None:
    assert why_not_an_address(url) == ""


@given(st.ip_addresses(v=6))
def test_of_newer_addresses_only_those_given_out_in_public_are_told(ip: IPv6Address) -> None:
    networks = (IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))

    assert is_in_public(ip) is (ip in IPv6Network("2000::/3") and not any(ip in network for network in networks))


@given(st.ip_addresses(v=4))
def test_a_private_older_address_is_refused_in_every_newer_form(ip: IPv4Address) -> None:
    forms = [f"64:ff9b::{ip}", f"64:ff9b:1::{ip}", f"::ffff:{ip}", f"::ffff:0:{ip}", f"::{ip}"]

    assert not any(is_in_public(IPv6Address(form)) for form in forms)
    assert not is_in_public(ip) or (ip.is_global and not ip.is_multicast)


NOT_ADDRESSES = [
    "http://www.example.org/", "ftp://www.example.org/", "file:///etc/passwd", "https://", "https:///path", "nonsense", "",
    "https://name:password@www.example.org/", "https://www.example.org/#part", "https://www.example.org:0/",
    "https://www.example.org:99999/", "https://www.example.org/a b", "https://[nonsense/", "gopher://127.0.0.1/",
    "https://www.example.org/\r\nHost: elsewhere",
]  # fmt: skip


@pytest.mark.parametrize("url", NOT_ADDRESSES)
def test_what_is_no_address_is_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        check_address(url)


# Ways to write an address as a number, which only looking it up makes into one.
@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost"])
def test_a_name_that_leads_to_the_server_itself_is_refused_when_it_is_looked_up(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    here: Any = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: here)

    with pytest.raises(Refused, match="the server itself"):
        ips_of(host, 443)


def test_one_private_address_among_many_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    found: Any = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 443)) for ip in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: found)

    answer = send(url="https://www.example.org/", secret="whsec_AAAA", message_id="msg_1", message={})

    assert (answer.arrived, answer.reason) == (False, "This address is not in public: it leads into a private network.")


def test_signatures_are_those_of_the_standard() -> None:
    # The example of the standard's own reference libraries.
    made = signature(
        secret="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", message_id="msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp=1614265330,
        body=b'{"test": 2432232314}',
    )  # fmt: skip

    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

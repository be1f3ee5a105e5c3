"""Where a message may go: to other machines in public, never to what stands behind a firewall beside this one."""

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

# Given to no one machine in public, whatever else they are for: https://www.iana.org/assignments/iana-ipv4-special-registry/
NOT_PUBLIC_4 = tuple(
    ipaddress.IPv4Network(network)
    for network in ("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "224.0.0.0/3")
)
# All that is given out in public; the parts of it below are for documents, for protocols or lead on to older addresses.
PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
NOT_PUBLIC_6 = tuple(
    ipaddress.IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
ENDS_IN_AN_OLDER_ONE = tuple(
    ipaddress.IPv6Network(network)
    for network in ("64:ff9b::/96", "64:ff9b:1::/48", "::ffff:0:0/96", "::ffff:0:0:0/96", "::/96")
)

MAY_STAY_HERE = "WEBHOOKS_MAY_REACH_THIS_MACHINE"


class Refused(Exception):
    """Raised for an address to which nothing is sent; the sentence is for an administrator."""


class NoSuchHost(Refused):
    """Raised for a name that nobody has an address for."""


def may_reach_this_machine() -> bool:
    """Whether messages may go to this machine itself: on one's own, to try things."""
    return bool(getattr(settings, MAY_STAY_HERE, False))


def why_not_an_address(url: str) -> str:
    """What an administrator is told of an address to which nothing can be sent; nothing where it will do."""
    try:
        check_address(url)
    except Refused as refusal:
        return str(refusal)
    return ""


def check_address(url: str, *, may_be_plain: bool = False) -> SplitResult:
    """The parts of an address; raises Refused unless it is https to another machine in public, or http where that will do."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise Refused("This is not an address.") from error
    if not host or port == 0 or any(character.isspace() for character in url):
        raise Refused("This is not an address.")
    if parts.username or parts.password or parts.fragment:
        raise Refused("Leave names, passwords and # out of the address.")
    may_be_plain = may_be_plain or (may_reach_this_machine() and is_this_machine(host))
    if parts.scheme != "https" and not (parts.scheme == "http" and may_be_plain):
        raise Refused("The address has to begin with https://.")
    literal = as_ip(host)
    if literal is not None:
        check_ip(literal)
    elif is_this_machine(host) and not may_reach_this_machine():
        raise Refused("This address leads to the server itself.")
    return parts


def is_this_machine(host: str) -> bool:
    """Whether a host is this machine by its name."""
    literal = as_ip(host)
    return literal.is_loopback if literal else host.rstrip(".").lower().split(".")[-1] == "localhost"


def as_ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is written as; None for a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def check_ip(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    """Raises Refused for private, link-local, reserved and other addresses that are not in public."""
    inner = embedded(ip) if isinstance(ip, ipaddress.IPv6Address) else None
    if ip.is_loopback or (inner is not None and inner.is_loopback):
        if not may_reach_this_machine():
            raise Refused("This address leads to the server itself.")
        return
    if not is_in_public(ip):
        raise Refused("This address is not in public: it leads into a private network.")


def is_in_public(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address is of the internet as everybody reaches it, and leads on to no other.

    Written down here because what Python calls global differs between its versions.
    """
    if isinstance(ip, ipaddress.IPv4Address):
        return ip.is_global and not any(ip in network for network in NOT_PUBLIC_4)
    return ip in PUBLIC_6 and not any(ip in network for network in NOT_PUBLIC_6)


def embedded(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The older address that a newer one leads on to."""
    if any(ip in network for network in ENDS_IN_AN_OLDER_ONE):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def ips_of(host: str, port: int) -> list[str]:
    """Where a host is; raises Refused where it is nowhere, or where any of its addresses is not in public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoSuchHost("Nobody knows where this host is.") from error
    ips = list(dict.fromkeys(str(entry[4][0]).split("%")[0] for entry in found))
    for ip in ips:
        check_ip(ipaddress.ip_address(ip))
    return ips

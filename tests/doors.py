"""Every address of the admin, found by walking the list of addresses."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern

# What stands for each kind of part in an address.
SAMPLES = {"int": "1", "str": "x", "slug": "x", "uuid": "00000000-0000-0000-0000-000000000001", "path": "x"}


def addresses_below(prefix: str) -> list[str]:
    """One address for each pattern below `prefix`."""
    found = (address for address in walk(get_resolver().url_patterns, "/") if address.startswith(prefix))
    return sorted(set(found))


def walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    """The addresses of some patterns, each with the parts before it."""
    for entry in patterns:
        here = before + sample_of(entry)
        if isinstance(entry, URLResolver):
            yield from walk(entry.url_patterns, here)
        else:
            yield here


def sample_of(entry: URLPattern | URLResolver) -> str:
    """The part of an address that a pattern matches."""
    route = str(entry.pattern)
    if isinstance(entry.pattern, RegexPattern):
        return sample_of_expression(route)
    return re.sub(r"<(?:(\w+):)?\w+>", lambda part: SAMPLES.get(part[1] or "str", "x"), route)


def sample_of_expression(expression: str) -> str:
    """The same for the few patterns that are regular expressions; the first of several choices is taken."""
    choices = re.sub(r"\((?:\?P<\w+>)?([^)]*)\)", lambda group: group[1].partition("|")[0], expression)
    for sign, sample in [(r"\d+", "1"), (r"\.", "."), (".+", "1"), (".*", "no-such-page"), ("^", ""), ("$", "")]:
        choices = choices.replace(sign, sample)
    return choices

"""Repeatable draws: each one is hashed from the seed and the name of what is drawn.

Nothing depends on the order of the draws, so that a changed or added row leaves all the others as they are, and nothing
depends on the version of Python's `random`.
"""

import hashlib

SEED = "wuxi-2022"


def share(*name):
    """A number from 0 up to, not including, 1."""
    key = "/".join([SEED, *map(str, name)]).encode()
    return int.from_bytes(hashlib.sha256(key).digest()[:6], "big") / 2**48


def between(low, high, *name):
    """A whole number from low to high, both included."""
    return low + int(share(*name) * (high - low + 1))


def around(middle, spread, *name):
    """A number near the middle: the mean of three draws, at most `spread` away."""
    return middle + spread * (sum(share(*name, i) for i in range(3)) * 2 / 3 - 1)


def pick(options, *name):
    return options[between(0, len(options) - 1, *name)]


class Phrases:
    """Hands out the sentences of each list in turn, so that neighbouring rows do not say the same."""

    def __init__(self):
        self.given = {}

    def next(self, key, sentences, **fields):
        turn = self.given.get(key, between(0, len(sentences) - 1, "first", *key))
        self.given[key] = turn + 1
        return sentences[turn % len(sentences)].format(**fields)

"""One line of the table."""

import dataclasses


@dataclasses.dataclass
class Figure:
    """`goal` bounds the ratio: at most, or at least where `more_is_better`; None where nothing is asked."""

    what: str
    against: str
    ours: str
    theirs: str
    ratio: float
    goal: float = None
    more_is_better: bool = False
    # Also asked: megabytes, at most.
    peak_mb: float = None
    limit_mb: float = None
    # Of CPU time, user and system, which a busy machine moves less than wall time.
    cpu_ratio: float = None
    samples: dict = dataclasses.field(default_factory=dict)

    @property
    def is_met(self):
        if self.goal is None:
            return None
        if self.limit_mb is not None and self.peak_mb > self.limit_mb:
            return False
        return self.ratio >= self.goal if self.more_is_better else self.ratio <= self.goal

    @property
    def goal_text(self):
        if self.goal is None:
            return "–"
        text = f"{'≥' if self.more_is_better else '≤'} {self.goal:g}"
        return text + (f", ≤ {self.limit_mb:g} MB" if self.limit_mb is not None else "")


def seconds(samples):
    """The least of the runs, and their median behind it."""
    return f"{digits(samples.least)} s ({digits(samples.median)})"


def digits(number):
    places = 4 if number < 0.1 else 3 if number < 1 else 2 if number < 100 else 0
    return f"{number:.{places}f}"


def timed(what, against, ours, theirs, goal=None):
    """A figure of two times, side by side."""
    return Figure(
        what, against, seconds(ours), seconds(theirs), ours.least / theirs.least, goal,
        cpu_ratio=ours.cpu / theirs.cpu if theirs.cpu > 0 else None,
        samples={"ours": ours.plain(), "against": theirs.plain()})


def memory(what, against, ours, theirs, goal, limit_mb):
    """A figure of two peaks."""
    return Figure(
        what, against, f"{ours.peak_mb:.0f} MB", f"{theirs.peak_mb:.0f} MB", ours.peak_mb / theirs.peak_mb, goal,
        peak_mb=ours.peak_mb, limit_mb=limit_mb, samples={"ours": ours.plain(), "against": theirs.plain()})

"""A second opinion on what schedules mean, slow and plain on purpose.

It was written from the description of the file format alone, without a look at the evaluator in `src/time`, and shares no
line with it. It reads one question a line as JSON, and answers each with one line of JSON:

    {"zone": "Europe/London",            an IANA name; PYTHONTZPATH says where its data lies
     "on_call": ["oncall"],              the schedules that a tier of emergency names
     "availability": "[hours.office]…",  the header of availability.md, as an owner types it
     "asks": [{"schedule": "office", "at": 1766500000, "promise": "8 business hours"}],
     "ranges": [{"schedule": "office", "first": "2026-12-20", "last": "2026-12-31"}]}

    {"asks": [{"open": true, "until": 1766510000, "opens": null, "due": 1766590000}],
     "ranges": [[[1766480000, 1766510000]]]}

Instants are seconds since 1970. `null` is "not within the stretch looked at", which ends HORIZON days after the last ask.

How: every minute of that stretch is one byte, 1 while somebody is there. What is asked is then counted minute by minute.
It knows only what is sound: slips are for the program's own findings.
"""

import json
import re
import sys
import tomllib
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

HORIZON = 500
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LONG_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december"]
NTH = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "first": 1, "second": 2, "third": 3, "fourth": 4}
ONE_DAY = timedelta(days=1)


# What is typed

def days_named(key):
    """How specific a line of a week is (3 the most), and the days it names; nothing for a line that is no day."""
    if key in DAYS:
        return 3, [DAYS.index(key)]
    if key == "weekdays":
        return 1, [0, 1, 2, 3, 4]
    if key == "weekends":
        return 1, [5, 6]
    if key == "daily":
        return 0, [0, 1, 2, 3, 4, 5, 6]
    ends = key.split("-")
    if len(ends) == 2 and ends[0] in DAYS and ends[1] in DAYS:
        day, last = DAYS.index(ends[0]), DAYS.index(ends[1])
        named = [day]
        while day != last:
            day = (day + 1) % 7
            named.append(day)
        return 2, named
    return None


def week(table):
    """The shifts of the days a table names, by day; the line that says it most narrowly wins."""
    found = {}
    for key, text in table.items():
        named = days_named(key)
        if named is None:
            continue
        rank, days = named
        for day in days:
            if day not in found or found[day][0] < rank:
                found[day] = (rank, shifts(text))
    return {day: said for day, (rank, said) in found.items()}


def shifts(text):
    """Pairs of minutes after midnight; an end that is not after its start is on the next day. By appointment counts as none."""
    if text.strip() == "closed":
        return []
    if text.strip().endswith("by appointment"):
        return []
    pairs = []
    for shift in text.split(","):
        start, end = [minutes(bound.strip()) for bound in shift.split("-")]
        pairs.append((start, end if end > start else end + 24 * 60))
    return pairs


def minutes(text):
    hours, past = text.split(":")
    return int(hours) * 60 + int(past)


def easter(year):
    """Gregorian Easter Sunday: Meeus, Jones and Butcher's method."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def yearly(rule, year):
    """The day of a year that a rule means, or nothing in a year that has no such day."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[len("easter"):] or "0"))
    if re.fullmatch(r"\d\d-\d\d", rule):
        try:
            return date(year, int(rule[:2]), int(rule[3:]))
        except ValueError:
            return None
    which, day, of, month = rule.split()
    day, month = LONG_DAYS.index(day), MONTHS.index(month) + 1
    hits = []
    run = date(year, month, 1)
    while run.month == month:
        if run.weekday() == day:
            hits.append(run)
        run += ONE_DAY
    if which == "last":
        return hits[-1]
    place = NTH[which] - 1
    return hits[place] if place < len(hits) else None


# What holds on a date

class Closure:
    """One closure or special day, for one schedule."""

    def __init__(self, line, table):
        self.line = line
        self.on = table.get("on")
        self.schedules = table.get("schedules")
        self.dated = "from" in table or re.fullmatch(r"\d{4}-\d\d-\d\d", str(self.on)) is not None
        self.observed = table.get("observed", "actual")
        self.instead = shifts(table["open_instead"]) if "open_instead" in table else None
        if "from" in table:
            self.first, self.last = date.fromisoformat(table["from"]), date.fromisoformat(table["to"])
        elif self.dated:
            self.first = self.last = date.fromisoformat(self.on)
        self.days = set()

    def own_days(self, years):
        """The days it falls on by itself, before anything is observed elsewhere."""
        if self.dated:
            run, days = self.first, []
            while run <= self.last:
                days.append(run)
                run += ONE_DAY
            return days
        return [day for day in (yearly(self.on, year) for year in years) if day is not None]

    def observe(self, day, taken):
        """Adds the weekday on which a day of a weekend is observed. `taken` are the days closed already."""
        if self.dated or day.weekday() < 5 or self.observed == "actual":
            return
        if self.observed == "nearest-weekday":
            run = day - ONE_DAY if day.weekday() == 5 else day + ONE_DAY
        else:
            run = day + ONE_DAY
            while run.weekday() >= 5 or run in taken:
                run += ONE_DAY
        self.days.add(run)
        if self.instead is None:
            taken.add(run)


def closures(header, years):
    """Every closure with its days. Holidays are observed in the order in which they come, whatever schedules they are for."""
    found = [Closure(line, table) for line, table in enumerate(header.get("closure", []))]
    taken = set()
    for closure in found:
        closure.days.update(closure.own_days(years))
        if closure.instead is None:
            taken.update(closure.days)
    in_turn = [(day, closure.line, closure) for closure in found for day in closure.own_days(years)]
    for day, _, closure in sorted(in_turn, key=lambda turn: turn[:2]):
        closure.observe(day, taken)
    return found


class Schedule:
    """One schedule: which shifts start on a date."""

    def __init__(self, name, header, closures, on_call):
        self.week = week(header["hours"][name])
        self.seasons = [season for season in header.get("season", []) if season["schedule"] == name]
        self.season_weeks = [week(season) for season in self.seasons]
        self.closures = [
            closure
            for closure in closures
            if (name in closure.schedules if closure.schedules is not None else name not in on_call)
        ]

    def shifts_starting(self, day):
        """A dated closure or special day before a yearly one, before a season, before the week; of equals the later line."""
        holding = [closure for closure in self.closures if day in closure.days]
        for dated in (True, False):
            equals = [closure for closure in holding if closure.dated == dated]
            if equals:
                return equals[-1].instead or []
        said = self.week.get(day.weekday(), [])
        for season, its_week in zip(self.seasons, self.season_weeks):
            if in_season(season, day) and day.weekday() in its_week:
                said = its_week[day.weekday()]
        return said


def in_season(season, day):
    """Both bounds belong to it; it may run over the year's end."""
    now, first, last = day.strftime("%m-%d"), season["from"], season["to"]
    if first <= last:
        return first <= now <= last
    return now >= first or now <= last


# Minutes

def instant(day, minute, zone):
    """Minutes since 1970 of a wall clock's reading: in a gap the first that exists after it; in a fold the earlier."""
    local = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
    while True:
        utc = local.replace(tzinfo=zone, fold=0).astimezone(timezone.utc)
        if utc.astimezone(zone).replace(tzinfo=None) == local:
            return int(utc.timestamp()) // 60
        local += timedelta(minutes=1)


class Clock:
    """A stretch of time with one byte a minute, and what each date has of it."""

    def __init__(self, schedule, zone, first, end, last=date.max):
        """From the midnight before `first` to that before `end`; no shift starts after `last`."""
        self.start = instant(first, 0, zone)
        self.open = bytearray(instant(end, 0, zone) - self.start)
        self.dates = []
        day = first
        while day < end and day <= last:
            self.mark(day, schedule.shifts_starting(day), zone)
            day += ONE_DAY

    def mark(self, day, shifts, zone):
        bounds = [(instant(day, start, zone) - self.start, instant(day, end, zone) - self.start) for start, end in shifts]
        bounds = [(start, min(end, len(self.open))) for start, end in bounds if 0 <= start < end]
        for start, end in bounds:
            self.open[start:end] = b"\1" * (end - start)
        bounds = [(start, end) for start, end in bounds if start < end]
        if bounds:
            self.dates.append((min(start for start, end in bounds), max(end for start, end in bounds)))

    def cell(self, at):
        return at // 60 - self.start

    def seconds(self, cell):
        return (cell + self.start) * 60

    def next_cell(self, cell, state):
        """The first minute from here on that is open (1) or closed (0)."""
        while cell < len(self.open):
            if self.open[cell] == state:
                return cell
            cell += 1
        return None

    def business_seconds(self, at, wanted):
        """When so many open seconds have passed. What runs out exactly at closing is due at closing."""
        cell, used = self.cell(at), at % 60
        while cell < len(self.open):
            if self.open[cell]:
                if wanted <= 60 - used:
                    return self.seconds(cell) + used + wanted
                wanted -= 60 - used
            used = 0
            cell += 1
        return None

    def business_days(self, at, wanted):
        """The close of the last of so many dates with hours; a date that has begun no longer counts."""
        for start, end in self.dates:
            if self.seconds(start) > at:
                wanted -= 1
                if wanted == 0:
                    return self.seconds(end)
        return None


def due(clock, at, promise, zone):
    number, unit = promise.split(" ", 1)
    number, unit = int(number), unit.removesuffix("s")
    if unit == "business day":
        return clock.business_days(at, number)
    if unit == "business hour":
        return clock.business_seconds(at, number * 3600)
    if unit == "business minute":
        return clock.business_seconds(at, number * 60)
    if unit == "hour":
        return at + number * 3600
    if unit == "minute":
        return at + number * 60
    raise ValueError(f"a promise of {promise}")


def answer(clock, ask, zone):
    at = ask["at"]
    cell = clock.cell(at)
    is_open = clock.open[cell] == 1
    change = clock.next_cell(cell, 0 if is_open else 1)
    change = None if change is None else clock.seconds(change)
    return {
        "open": is_open,
        "until": change if is_open else None,
        "opens": None if is_open else change,
        "due": due(clock, at, ask["promise"], zone) if "promise" in ask else None,
    }


def spans(clock):
    """The stretches somebody is there, as pairs of seconds."""
    found = []
    cell = clock.next_cell(0, 1)
    while cell is not None:
        end = clock.next_cell(cell, 0)
        found.append([clock.seconds(cell), clock.seconds(len(clock.open) if end is None else end)])
        cell = None if end is None else clock.next_cell(end, 1)
    return found


def answers(question):
    zone = ZoneInfo(question["zone"])
    header = tomllib.loads(question["availability"])
    instants = [ask["at"] for ask in question["asks"]]
    first = datetime.fromtimestamp(min(instants), zone).date() - timedelta(days=4)
    last = datetime.fromtimestamp(max(instants), zone).date() + timedelta(days=HORIZON)
    found = closures(header, range(first.year - 1, last.year + 2))
    schedules = {name: Schedule(name, header, found, question["on_call"]) for name in header["hours"]}
    clocks = {name: Clock(schedules[name], zone, first, last) for name in {ask["schedule"] for ask in question["asks"]}}
    ranges = []
    for range_ in question["ranges"]:
        first, last = date.fromisoformat(range_["first"]), date.fromisoformat(range_["last"])
        ranges.append(spans(Clock(schedules[range_["schedule"]], zone, first, last + 2 * ONE_DAY, last)))
    return {"asks": [answer(clocks[ask["schedule"]], ask, zone) for ask in question["asks"]], "ranges": ranges}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answers(json.loads(line))), flush=True)

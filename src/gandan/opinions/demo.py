"""Four hundred opinions of two years, invented: said, answered, promised, refused, opened again, through the same deeds as real ones.

The days are counted back from the day on which the demo is filled. One queue holds the next moment of every story; whichever comes first is
done first, and on 1 July 2025 the wards are merged with what lives in them.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gandan.accounts.demo import NotADemo
from gandan.core import search
from gandan.core.access import Actor, Anyone, SystemActor
from gandan.core.calendar.calc import WorkCalendar
from gandan.core.calendar.queries import work_calendar
from gandan.core.events import followers
from gandan.opinions import actions
from gandan.opinions.actions import rules
from gandan.opinions.demo_ground import MERGED, Cast, Ward, read, ward
from gandan.opinions.demo_play import Life, go_on, play
from gandan.opinions.demo_words import Words, voices, whole
from gandan.opinions.enums import Content
from gandan.opinions.models import Case
from gandan.opinions.paths.course import forgotten, unread
from gandan.opinions.paths.ways import Path
from gandan.opinions.paths.weights import BY_NAME, PROMISING, WEIGHTS
from gandan.opinions.search import INTERNAL_SOURCE, PUBLIC_SOURCE
from gandan.opinions.stories import Story
from gandan.units import handover
from gandan.units.models import Succession
from gandan.units.queries.picture import steady

DAYS = 715  # two years back, a little less: whoever looks at two years sees all of it
TOLD = timedelta(days=14)  # of what happened in this time the demo's people have notices
CROWDS = {31: 11, 77: 4, 120: 3, 164: 6, 203: 5, 240: 3, 262: 4, 288: 5, 301: 7, 317: 4, 326: 8}  # story → how many met the same
DENOUNCED = "Tôi tố cáo cán bộ nhận tiền để làm nhanh hồ sơ. Sự việc xảy ra tháng trước, tôi có người làm chứng."
FORGOTTEN = (15, 60)  # of what was said so many days ago one in five in each ward waits to this day, the oldest first: late
TEMPLATES = (
    ("Đã kiểm tra tại chỗ", "Cảm ơn Ông/Bà. Cán bộ đã kiểm tra tại chỗ ngày …. Kết quả: …. Việc sẽ làm tiếp: …, xong trước ngày ….", ""),
    ("Thuộc cơ quan khác", "Cảm ơn Ông/Bà. Việc này do … giải quyết. Chúng tôi đã chuyển ngày … và theo dõi đến khi có trả lời.", ""),
    ("Đèn đường", "Cảm ơn Ông/Bà đã báo. Đơn vị chiếu sáng thay bóng trong … ngày làm việc.", "street-lighting"),
)


@transaction.atomic
def fill(*, by: Actor, now: datetime) -> None:
    """All of it, once: where there is any case already, nothing is added."""
    if not settings.DEMO:
        raise NotADemo
    if Case.objects.exists():
        return
    wards = [ward(row, by=by, now=now) for row in read("demo_wards")["ward"]]
    cast = Cast(wards, now)
    first = now - timedelta(days=DAYS + 5)
    calendar = work_calendar(timezone.localdate(first), timezone.localdate(now))
    _offices_decide(wards, cast, now=now)
    stories = [*_stories(wards, cast, calendar, now=now), *_to_try(wards, cast, calendar, now=now)]
    # nobody is told of what happened long ago, and the index is filled at once
    with steady(), followers.pausing("opinions.search", "notices"):
        left = play(_lives([*stories], wards), until=now - TOLD)
    with steady(), followers.pausing("opinions.search"):
        go_on(left, until=now)
    _index()
    _set_aside(wards[0], now=now)


def _offices_decide(wards: list[Ward], cast: Cast, *, now: datetime) -> None:
    """Pledges of their own, and words to begin answers with."""
    for one in wards:
        if one.row["pledge"]:
            said, leader = now - timedelta(days=121), cast.leader(one.unit.pk)
            from_day = timezone.localdate(said) + timedelta(days=1)
            rules.set_pledge(one.unit, days=one.row["pledge"], from_day=from_day, by=leader, now=said)
        office = one.unit.offices.get(kind="people_committee")
        for title, text, topic in TEMPLATES:
            actions.keep_template(office=office, title=title, text=text, topic=topic, by=cast.officer(office), now=now - timedelta(days=90))


def _stories(wards: list[Ward], cast: Cast, calendar: WorkCalendar, *, now: datetime) -> Iterator[Story]:
    """One for each share of each ward, spread over the two years, denser as people come to know of it."""
    turns = [one for one in wards for _n in range(one.row["share"])]
    Random(2026).shuffle(turns)  # noqa: S311  an order, no secret
    talk = {one.unit.pk: voices(one) for one in wards}
    paths = _paths(len(turns))
    newest = {here.unit.pk: n for n, here in enumerate(turns, 1)}  # in each ward nobody has looked at the last that was said
    waiting: Counter[UUID] = Counter()
    for n, here in enumerate(turns, 1):
        words, path = _fitting(talk[here.unit.pk], paths)
        ago = max(DAYS * (1 - (n - 0.5) / len(turns)) ** 1.5, 0.9)
        if n == newest[here.unit.pk]:
            path = unread
        elif FORGOTTEN[0] < ago < FORGOTTEN[1] and words.matter.get("c") != Content.COMPLAINT:  # a complaint has longer
            path = forgotten if waiting[here.unit.pk] % 5 == 0 else path
            waiting[here.unit.pk] += 1
        names = here.row["hamlets"]
        hamlet = names[n % len(names)] if names and n % 2 else ""
        yield Story(n, here, words, now - timedelta(days=ago), path, cast, calendar, joining=CROWDS.get(n, 0), hamlet=hamlet)


def _paths(most: int) -> list[Path]:
    bag = [path for path, weight in WEIGHTS for _n in range(weight)]
    dice = Random(1)  # noqa: S311  an order, no secret
    found: list[Path] = []
    while len(found) < most:
        dice.shuffle(bag)
        found += bag
    return found


def _fitting(talk: Iterator[Words], paths: list[Path]) -> tuple[Words, Path]:
    """The next words, and the next path that they can go: what promises nothing cannot be kept."""
    words = next(talk)
    fits = [i for i, path in enumerate(paths[:60]) if "promise" in words.matter or path not in PROMISING]
    return words, paths.pop(fits[0])


def _to_try(wards: list[Ward], cast: Cast, calendar: WorkCalendar, *, now: datetime) -> Iterator[Story]:
    """Those whose codes are printed."""
    matters = {m["topic"]: m for m in read("demo")["matter"]}
    by_code = {one.row["code"]: one for one in wards}
    for n, row in enumerate(read("demo_wards")["try"], 1001):
        here = by_code[row["ward"]]
        words = Words(row["text"], row["place"], matters[row["topic"]])
        path, at = BY_NAME[row["path"]], now - timedelta(days=row["days"])
        own = (whole(row["code"]), row["pin"])
        yield Story(n, here, words, at, path, cast, calendar, hamlet=row.get("hamlet", ""), own_paper=own)


def _lives(stories: list[Story], wards: list[Ward]) -> Iterator[tuple[datetime, Life]]:
    """The merger, every story, and who joined in."""
    merged = datetime.combine(MERGED, time(0, 30), timezone.get_default_timezone())
    yield merged, _merge(wards, merged)
    for story in stories:
        yield story.at, story.play()
        yield from story.joiners()


def _merge(wards: list[Ward], at: datetime) -> Iterator[datetime]:
    """What lives in the old wards goes to those of today, by the deeds of every room."""
    old = [unit for one in wards for unit in one.old]
    handover.run(list(Succession.objects.filter(old__in=old, main=True)), first_day=MERGED, by=SystemActor("handover"), now=at)
    yield from ()


def _index() -> None:
    """Everything that was said, once, as it stands now."""
    search.put(*(document for source in (PUBLIC_SOURCE, INTERNAL_SOURCE) for document in source.documents()))


def _set_aside(here: Ward, *, now: datetime) -> None:
    """One that is a denunciation: it is in no list of this room."""
    actions.say(text=DENOUNCED, unit=here.unit, place=here.row["places"][0], marked=True, by=Anyone(), now=now - timedelta(days=3))

"""WHO may do what in this room, on one screen."""

from gandan.core.access import Role, holds, signed_in, system
from gandan.core.access.permissions import Predicate
from gandan.notices.actor import Recipient

TABLE: dict[str, Predicate] = {
    "notices.own": signed_in,  # one's own notices and how one wants to be told
    "notices.call": holds(Role.OFFICER, Role.LEADER),  # for whom, is asked of `queries.calls_of`
    "notices.see_delivery": holds(Role.ADMINISTRATOR),
    "notices.make": system("notices"),
    "notices.send": system("notices"),
    "notices.stop_news": lambda actor, news: isinstance(actor, Recipient) and actor.message == news.pk,
    "notices.forget": system("retention"),
}

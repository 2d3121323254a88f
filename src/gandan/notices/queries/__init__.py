"""READ. Own notices, how somebody wants to be told, what one message says, whom to call."""

from gandan.notices.queries.calls import calls_of, seats_of
from gandan.notices.queries.delivery import Delivery, delivery, due, due_news, last_failure
from gandan.notices.queries.letters import Item, Letter, letter, to_say
from gandan.notices.queries.news import news_letter, news_of_link, stop_link
from gandan.notices.queries.notices import Told, newest, told, told_of, unread_count, visible_to
from gandan.notices.queries.preferences import channels, encrypted_samples, preference_of, wish_of

__all__ = [
    "Delivery",
    "Item",
    "Letter",
    "Told",
    "calls_of",
    "channels",
    "delivery",
    "due",
    "due_news",
    "encrypted_samples",
    "last_failure",
    "letter",
    "newest",
    "news_letter",
    "news_of_link",
    "preference_of",
    "seats_of",
    "stop_link",
    "to_say",
    "told",
    "told_of",
    "unread_count",
    "visible_to",
    "wish_of",
]

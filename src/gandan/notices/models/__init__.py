"""Rows of this room. Start reading in notice.py."""

from gandan.notices.models.message import Message
from gandan.notices.models.news import News
from gandan.notices.models.notice import Notice
from gandan.notices.models.preference import Preference

__all__ = ["Message", "News", "Notice", "Preference"]

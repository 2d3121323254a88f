"""Texts of this room's calls, each with its longest length."""

from typing import Annotated

from pydantic import Field

from gandan.core.rest.words import Text
from gandan.opinions.policies.words import LONGEST, SHORTEST_REASON

Words = Annotated[Text, Field(min_length=1, max_length=LONGEST["text"])]
Reason = Annotated[Text, Field(min_length=SHORTEST_REASON, max_length=LONGEST["reason"], description="Who spoke reads it.")]
Place = Annotated[Text, Field(max_length=LONGEST["place"])]
TopicCode = Annotated[Text, Field(max_length=40)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]

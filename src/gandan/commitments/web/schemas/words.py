"""Texts of this room's calls, each with its longest length."""

from typing import Annotated

from pydantic import Field

from gandan.commitments.policies.words import LONGEST
from gandan.core.rest.words import Text

Title = Annotated[Text, Field(min_length=1, max_length=LONGEST["title"])]
Deliverable = Annotated[Text, Field(min_length=1, max_length=LONGEST["deliverable"])]
Note = Annotated[Text, Field(max_length=LONGEST["note"])]
Reason = Annotated[Text, Field(min_length=1, max_length=LONGEST["reason"], description="Everybody can read it.")]

"""Texts of the calls for offices, each with its longest length."""

from typing import Annotated

from pydantic import Field

from gandan.core.rest.words import Text
from gandan.opinions.policies.words import LONGEST

Law = Annotated[Text, Field(max_length=LONGEST["law"], description="Rule and article that stand behind it.")]
Answered = Annotated[Text, Field(min_length=1, max_length=LONGEST["answer"])]
Label = Annotated[Text, Field(min_length=1, max_length=LONGEST["label"])]

"""What a call is asked by its query string: a parameter that it does not know is named, never passed over in silence."""

from typing import Any

from ninja import Schema
from pydantic import ValidationInfo, model_validator


class UnknownParameters(Exception):
    """Parameters that the call does not have; mostly a misspelt one, whose answer would else be taken for what was asked."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class Asked(Schema):
    """Base of every query schema."""

    @model_validator(mode="before")
    @classmethod
    def knows_every_parameter(cls, data: Any, info: ValidationInfo) -> Any:
        """Raises UnknownParameters. The library hands over the known ones only, so the request itself is looked at."""
        request = (info.context or {}).get("request")
        unknown = sorted(set(request.GET) - set(cls.model_fields)) if request is not None else []
        if unknown:
            raise UnknownParameters(unknown)
        return data

"""A refusal is a sentence for a person, with the article that stands behind it where there is one."""

from dataclasses import dataclass


@dataclass(eq=False)
class Refusal(Exception):
    """What a policy returns and an action raises.

    `law` names rule and article; `status` is the HTTP answer: 403, or 404 where even existence is private, or the 4xx that fits bad input.
    """

    sentence: str
    law: str = ""
    status: int = 403

    def __str__(self) -> str:
        return self.sentence


def refuse_if(refusal: Refusal | None) -> None:
    """Raise what a policy answered; None passes."""
    if refusal is not None:
        raise refusal

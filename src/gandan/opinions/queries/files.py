"""READ: who opens a file that hangs on an opinion, a letter or an answer. Office and sender, nobody else."""

from gandan.core.access import Actor
from gandan.opinions.actor import Sender
from gandan.opinions.models import Opinion
from gandan.opinions.queries.single import answers_to, letters_to
from gandan.opinions.queries.visible import visible_to


def may_open_opinion(actor: Actor, owner_id: str) -> bool:
    """Files of an opinion: its sender, and who reads the case."""
    if isinstance(actor, Sender):
        return str(actor.opinion) == owner_id
    return visible_to(actor).filter(opinions__pk=owner_id).exists()


def may_open_letter(actor: Actor, owner_id: str) -> bool:
    """Files of a letter: the sender it is from or to (or all of the case), and who reads the case."""
    if isinstance(actor, Sender):
        return letters_to(Opinion.objects.get(pk=actor.opinion)).filter(pk=owner_id).exists()
    return visible_to(actor).filter(letters__pk=owner_id).exists()


def may_open_answer(actor: Actor, owner_id: str) -> bool:
    """Files of an answer: those to whom it was given, and who reads the case."""
    if isinstance(actor, Sender):
        return answers_to(Opinion.objects.get(pk=actor.opinion)).filter(pk=owner_id).exists()
    return visible_to(actor).filter(answers__pk=owner_id).exists()

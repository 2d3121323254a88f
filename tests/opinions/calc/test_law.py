"""Content × channel × stage × flags → rule."""

from itertools import product

import pytest

from gandan.core.legal.adapters import shipped
from gandan.opinions.calc import law
from gandan.opinions.enums import Channel, Content, Stage

OTHERS = [c for c in Content if c != Content.COMPLAINT]


@pytest.mark.parametrize("content", OTHERS)
@pytest.mark.parametrize(
    ("channel", "rule"),
    [
        (Channel.PORTAL, "opinion.pledge"),
        (Channel.DESK, "opinion.pledge"),
        (Channel.OPEN311, "opinion.pledge"),
        (Channel.IMPORT, "opinion.pledge"),
        (Channel.RECEPTION, "reception.notice"),
        (Channel.GOVERNMENT, "remark.government_portal"),
    ],
)
@pytest.mark.parametrize("flags", list(product((False, True), repeat=4)))
def test_what_is_no_complaint_follows_its_channel_whatever_else_is_ticked(content, channel, rule, flags):
    accepted, second, difficult, remote = flags
    asked = law.Asked(content, channel, accepted, second, difficult, remote)
    assert (law.stage(asked), law.rule(asked)) == (Stage.ANSWER, rule)


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize(
    ("accepted", "second", "difficult", "remote", "stage", "rule"),
    [
        (False, False, False, False, Stage.ACCEPT, "complaint.acceptance"),
        (False, True, True, True, Stage.ACCEPT, "complaint.acceptance_second"),
        (True, False, False, False, Stage.ANSWER, "complaint.first"),
        (True, False, True, False, Stage.ANSWER, "complaint.first_complex"),
        (True, False, False, True, Stage.ANSWER, "complaint.first_remote"),
        (True, False, True, True, Stage.ANSWER, "complaint.first_remote_complex"),
        (True, True, False, False, Stage.ANSWER, "complaint.second"),
        (True, True, True, False, Stage.ANSWER, "complaint.second_complex"),
        (True, True, False, True, Stage.ANSWER, "complaint.second_remote"),
        (True, True, True, True, Stage.ANSWER, "complaint.second_remote_complex"),
    ],
)
def test_a_complaint_has_the_terms_of_its_law_however_it_came_in(channel, accepted, second, difficult, remote, stage, rule):
    asked = law.Asked(Content.COMPLAINT, channel, accepted, second, difficult, remote)
    assert (law.stage(asked), law.rule(asked)) == (stage, rule)


def test_a_remark_on_rules_is_passed_on_besides_but_a_complaint_never():
    assert law.steps(law.Asked(Content.REMARK, Channel.PORTAL, is_on_rules=True)) == ((Stage.PASS_ON, "remark.forwarding"),)
    assert law.steps(law.Asked(Content.COMPLAINT, Channel.PORTAL, is_on_rules=True)) == ()
    assert law.steps(law.Asked(Content.REMARK, Channel.PORTAL)) == ()


def test_every_rule_that_a_case_can_ask_for_comes_with_the_program():
    reached = {
        law.rule(law.Asked(content, channel, *flags))
        for content, channel, flags in product(Content, Channel, product((False, True), repeat=4))
    }
    assert reached | {"remark.forwarding"} == law.codes()
    assert law.codes() <= {version.code for version in shipped()}
    assert law.GOVERNMENT_NEWS in {version.code for version in shipped()}

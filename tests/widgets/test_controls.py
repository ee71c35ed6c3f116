"""uspak.widgets.controls: what Python sees of stepper, decision and spoken text; tests/browser has the rest."""

import pytest
import traitlets

from uspak.widgets.controls import Decision, LiveRegion, Stepper

STEPS = ["1954", "1955", "1956"]


def test_a_stepper_begins_at_its_first_step():
    assert Stepper(steps=STEPS).index == 0


def test_a_stepper_can_begin_elsewhere():
    assert Stepper(steps=STEPS, index=2).index == 2


@pytest.mark.parametrize("index", [-1, 3, 99])
def test_a_step_that_does_not_exist_is_an_error_that_says_what_exists(index):
    stepper = Stepper(steps=STEPS, index=1)
    with pytest.raises(traitlets.TraitError, match=rf"^Step {index} does not exist: choose 0 to 2\.$"):
        stepper.index = index
    assert stepper.index == 1
    with pytest.raises(traitlets.TraitError, match=f"^Step {index} does not exist"):
        Stepper(steps=STEPS, index=index)


@pytest.mark.parametrize("index", ["1", 1.5, None])
def test_a_step_is_a_whole_number(index):
    with pytest.raises(traitlets.TraitError):
        Stepper(steps=STEPS).index = index


def test_a_move_is_told_once():
    stepper, told = Stepper(steps=STEPS), []
    stepper.observe(lambda change: told.append((change.old, change.new)), names="index")
    stepper.index = 1
    stepper.index = 1
    stepper.index = 2
    assert told == [(0, 1), (1, 2)]


def test_playing_cannot_be_faster_than_the_eye():
    with pytest.raises(traitlets.TraitError):
        Stepper(steps=STEPS, interval=100)


@pytest.mark.parametrize("widget", [Stepper(steps=STEPS, label="Year"), LiveRegion(html="<p>a</p>")])
def test_what_the_page_needs_is_sent_to_it(widget):
    sent = widget.get_state()
    wanted = {"index", "steps", "label", "interval"} if isinstance(widget, Stepper) else {"html"}
    assert wanted <= set(sent)


# A decision


def test_a_decision_is_open_until_it_is_taken():
    assert Decision(question="What was owed?", options=["Nothing", "Force"]).decided == -1


@pytest.mark.parametrize("number", [-2, 2])
def test_a_decision_for_no_answer_is_an_error_that_says_what_exists(number):
    decision = Decision(question="What was owed?", options=["Nothing", "Force"], decided=1)
    with pytest.raises(traitlets.TraitError, match=rf"^There is no answer {number}: choose 0 to 1\.$"):
        decision.decided = number
    assert decision.decided == 1

import copy
import dataclasses
import pickle

import pytest

from docgen.frozen import Frozen, frozen


def point():
    @frozen
    class Point(Frozen):
        """A class of which nobody has made a record yet."""

        across: int
        down: int = 0
        name: str = dataclasses.field(default="点", repr=False)

    return Point


@frozen
class Known(Frozen):
    """One that can be found by its name, as those that are pickled must be."""

    across: int
    down: int = 0


def test_values_are_given_by_place_or_name_and_may_be_left_out():
    cls = point()

    made = [cls(1), cls(across=1, down=0), cls(1, 0, "点")]

    assert made[0] == made[1] == made[2]
    assert (made[0].across, made[0].down, made[0].name) == (1, 0, "点")


@pytest.mark.parametrize("again", [False, True])
def test_a_call_that_does_not_fit_is_told_as_of_any_class(again):
    cls = point()
    if again:
        cls(1)

    with pytest.raises(
        TypeError, match=r"Point\.__init__\(\) missing 1 required positional argument: 'across'"
    ):
        cls()
    with pytest.raises(TypeError, match="unexpected keyword argument 'deep'"):
        cls(1, deep=2)


def test_a_record_cannot_be_changed_but_replaced():
    made = point()(1)

    with pytest.raises(dataclasses.FrozenInstanceError):
        made.across = 2

    assert dataclasses.replace(made, across=2).across == 2
    assert made.across == 1


def test_classes_do_not_share_what_makes_their_records():
    cls, other = point(), point()
    cls(1)

    assert cls(1) != other(1)
    assert other.__init__ is not cls.__init__


def test_a_record_prints_compares_and_travels_by_its_values():
    made = Known(1, 2)

    assert repr(point()(1)) == "Point(across=1, down=0)"
    assert hash(made) == hash(Known(1, 2))
    assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == copy.deepcopy(made) == made

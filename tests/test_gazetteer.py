"""Names of Viet Nam's places."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from corpus.places import gazetteer
from corpus.places.gazetteer import NAMES, Level
from corpus.places.make_gazetteer import made


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        ("ha tam", ("Hà Tam",)),
        ("nghia hung", ("Nghĩa Hưng", "Nghĩa Hùng")),
        ("phu cat", ("Phù Cát", "Phú Cát")),
        ("ba ria vung tau", ("Bà Rịa - Vũng Tàu",)),
        ("ea h leo", ("Ea H'leo", "Ea H'Leo")),
        ("nen giam", ()),
    ],
)
def test_spellings_from_the_highest_level_down(key: str, spellings: tuple[str, ...]) -> None:
    assert gazetteer.known().spellings(key) == spellings


def test_levels() -> None:
    known = gazetteer.known()
    assert known.levels("hung yen") == (Level.PROVINCE, Level.CITY, Level.COMMUNE)
    assert known.levels("phu cat") == (Level.DISTRICT, Level.COMMUNE)
    assert known.spellings("phu cat", Level.DISTRICT) == ("Phù Cát",)
    assert known.levels("xa phu cat") == ()


def test_every_province_and_district_is_there() -> None:
    counted = [level for places in gazetteer.known().names.values() for level, _ in places]
    assert {level: counted.count(level) for level in Level} == {
        Level.PROVINCE: 63,
        Level.CITY: 96,
        Level.DISTRICT: 573,
        Level.COMMUNE: 7570,
    }


def test_the_file_is_what_the_script_makes_and_small() -> None:
    written = NAMES.read_text(encoding="utf-8")
    assert NAMES.stat().st_size < 200_000
    if f"underthesea {version('underthesea')} " not in written:
        pytest.skip("made from another release of underthesea than the one installed")
    assert made() == written

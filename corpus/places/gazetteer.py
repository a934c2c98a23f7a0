"""Which names are places: looked up by their bare words, without diacritics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from corpus.folding import folded

NAMES = Path(__file__).with_name("names.txt")
# Words; the longest name is "Văn Miếu - Quốc Tử Giám".
LONGEST = 5
_JOINT = re.compile("['-]")


class Level(StrEnum):
    """The levels of units, from the highest; a city is one below a province as often as it is one itself."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names as they are written, each with its level, by their folded words without diacritics ("ha tam")."""

    names: dict[str, tuple[tuple[Level, str], ...]]

    def spellings(self, key: str, *levels: Level) -> tuple[str, ...]:
        """The names that read so without diacritics, of these levels or of all."""
        found = self.names.get(key, ())
        return tuple(dict.fromkeys(name for level, name in found if not levels or level in levels))

    def levels(self, key: str) -> tuple[Level, ...]:
        """The levels at which there is such a name, from the highest."""
        found = self.names.get(key)
        return tuple(dict.fromkeys(level for level, _ in found)) if found else ()


@cache
def known() -> Gazetteer:
    """The names that ship, `names.txt`; read at the first call (15 ms)."""
    written = NAMES.read_text(encoding="utf-8")
    names: dict[str, tuple[tuple[Level, str], ...]] = {}
    level = Level.PROVINCE
    # Folded all at once: thirty times as fast as name by name.
    for line, bare in zip(written.splitlines(), folded(written, diacritics=False).splitlines(), strict=True):
        if line.startswith("["):
            level = Level(line.strip("[]"))
        elif not line.startswith("#"):
            key = " ".join(_JOINT.sub(" ", bare).split()) if "-" in bare or "'" in bare else bare
            names[key] = (*names[key], (level, line)) if key in names else ((level, line),)
    return Gazetteer(names)

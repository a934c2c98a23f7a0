"""Makes `names.txt`: python -m corpus.places.make_gazetteer

The names come from the table of administrative units that the package underthesea carries (Apache License 2.0), which
took it from the package vietnamadminunits 1.0.4 (MIT License): the units as they were before and as they are since the
mergers in force from 1 July 2025. Only the names are taken, each once for its level.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from corpus.places.gazetteer import NAMES, Level

# underthesea itself is imported in one place only; its table is read here as the file that it is.
_TABLE = "underthesea/address/data/mapping.json"
_NUMBER = re.compile(r"\d+|[IVX]+")
_UNITS = {
    "Tỉnh": Level.PROVINCE,
    "Thành phố": Level.CITY,
    "Huyện": Level.DISTRICT,
    "Quận": Level.DISTRICT,
    "Thị xã": Level.DISTRICT,
    "Thị trấn": Level.COMMUNE,
    "Phường": Level.COMMUNE,
    "Đặc khu": Level.COMMUNE,
    "Xã": Level.COMMUNE,
}
# Other names and spellings that people use, which the table does not have.
_ALSO = {
    Level.PROVINCE: ("Bắc Cạn", "Đắc Lắc", "Đắc Nông", "Thừa Thiên Huế", "Sài Gòn", "TPHCM"),
    Level.CITY: ("Buôn Mê Thuột", "Đồng Hới", "Qui Nhơn", "Quy Nhơn", "HCM"),
}
_HEAD = """\
# Names of administrative units of Viet Nam before and after the mergers of 1 July 2025, each once for its level.
# Made by `python -m corpus.places.make_gazetteer` from the table in underthesea {version} (Apache License 2.0), which
# is from vietnamadminunits 1.0.4 (MIT License). Names that are only numbers are left out.
"""


def main() -> None:
    """Read the table of the installed package and write the file that ships."""
    NAMES.write_text(made(), encoding="utf-8")
    print(f"{NAMES.stat().st_size} bytes: {NAMES}")


def made() -> str:
    """The file's text, made from the table of the installed package."""
    package = distribution("underthesea")
    table = json.loads(Path(str(package.locate_file(_TABLE))).read_text(encoding="utf-8"))
    names = {level: set(_ALSO.get(level, ())) for level in Level}
    for full in _full_names(table):
        level, name = _split(full)
        if not _NUMBER.fullmatch(name):
            names[level].add(name)
    parts = [f"[{level}]\n" + "".join(f"{name}\n" for name in sorted(names[level])) for level in Level]
    return _HEAD.format(version=package.version) + "".join(parts)


def _full_names(table: dict[str, list[dict[str, str | None]]]) -> Iterator[str]:
    """Every unit with its word before it ("Xã Hà Tam")."""
    for row in table["ward_mapping"]:
        for field in ("old_province", "old_district", "old_ward", "new_province", "new_ward"):
            name = row[field]
            if name:
                yield name


def _split(full: str) -> tuple[Level, str]:
    for unit, level in _UNITS.items():
        if full.casefold().startswith(f"{unit} ".casefold()):
            return level, full[len(unit) + 1 :].strip()
    raise ValueError(full)


if __name__ == "__main__":
    main()

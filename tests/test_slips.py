"""Suspected OCR slips, with a language small enough to count by hand."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.folding import folded
from corpus.metadata import read_metadata
from corpus.records import Document
from corpus.sections import parse
from corpus.slips import find_slips


class Pairs:
    """A language of listed pairs; every listed pair is a word (5 nats)."""

    def __init__(self, counts: dict[str, float]) -> None:
        self._counts = {tuple(folded(pair).split()): count for pair, count in counts.items()}
        spellings: dict[str, list[str]] = defaultdict(list)
        for syllable in dict.fromkeys(syllable for pair in self._counts for syllable in pair):
            spellings[folded(syllable, diacritics=False)].append(syllable)
        self.accented = {bare: tuple(each) for bare, each in spellings.items()}

    def seen_together(self, first: str, second: str) -> float:
        return self._counts.get((first, second), 0.0)

    def binding(self, first: str, second: str) -> float:
        return 5.0 if (first, second) in self._counts else 0.0


LANGUAGE = Pairs(
    {"tình hình": 1000, "phấn đấu": 400, "phần đầu": 50, "quan tâm": 900, "tâm đúng": 1, "dân vận": 500, "vận tải": 800}
)


def slips(text: str, *, counted: bool = False) -> list[tuple[str, str, str]]:
    structure = parse(text)
    document = Document("d", text, "", read_metadata(text, structure), structure)
    found = find_slips(document, LANGUAGE, counted=counted)
    return [(slip.span.of(text), slip.written, slip.likely) for slip in found]


def test_an_unknown_pair_with_a_usual_twin_is_suspected() -> None:
    assert slips("Báo cáo tinh hình hoạt động.") == [("tinh hình", "tinh hình", "tình hình")]


def test_a_capital_at_the_head_is_kept() -> None:
    assert slips("Phần đầu hằng năm đạt 100%.") == [("Phần đầu", "Phần đầu", "Phấn đấu")]


def test_a_slip_over_a_page_break_is_found_where_it_stands() -> None:
    text = "I. MỤC TIÊU\n\nCấp ủy thường xuyên theo dõi, nắm chắc tinh\n\nhình hoạt động.\n"
    assert slips(text) == [("tinh\n\nhình", "tinh hình", "tình hình")]


def test_a_known_pair_is_left_alone() -> None:
    assert slips("Cấp ủy phấn đấu, nắm tình hình, quan tâm.") == []


def test_a_syllable_that_makes_a_word_with_its_neighbour_is_left_alone() -> None:
    """ "vận tại" is no "vận tải" where "dân vận" is the word."""
    assert slips("Công tác dân vận tại cơ sở.") == []


def test_what_a_document_writes_again_and_again_is_its_way_of_writing() -> None:
    assert slips("Nắm tinh hình. Xem tinh hình. Theo dõi tinh hình.") == []


def test_the_document_does_not_speak_for_its_own_slip() -> None:
    """Counted by a language made with this document, "phần đầu" would be as usual as its twin."""
    assert slips("Phần đầu đạt 90%.", counted=True) == [("Phần đầu", "Phần đầu", "Phấn đấu")]


def test_names_and_abbreviations_are_left_alone() -> None:
    assert slips("Ông Tinh Hình gặp TINH HÌNH.") == []


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_checked(text: str) -> None:
    for place, _, _ in slips(text):
        assert place

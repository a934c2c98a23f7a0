"""The thesaurus: what is found in a question, and that every line of the list is well made."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from corpus import thesaurus
from corpus.folding import folded, words
from corpus.records import Span
from corpus.thesaurus import Entry, Expansion, Thesaurus

CORPUS = Path(thesaurus.__file__).parent
TABLES = tomllib.loads((CORPUS / "thesaurus.toml").read_text(encoding="utf-8"))
MATTERS = [matter for subject, matters in TABLES.items() if subject != "alike" for matter in matters]
# What may stand with a capital: bodies and things of the system, never a place or a person.
CAPITALS = frozenset(
    words(
        "Đảng Nhân Hội Liên Phụ Nông Cựu Đoàn Thanh Ủy Ban Kiểm Thường Điều Huy Bác Khối Vì Sổ Bộ Một Chỉ Quân Quy"
        " Mặt Tổ OCOP"
    )
)


@pytest.fixture(scope="module")
def shipped() -> Thesaurus:
    return thesaurus.load()


SMALL = Thesaurus(
    [
        Entry("họp", ("hội nghị",), bare=False),
        Entry("họp chi bộ", ("sinh hoạt chi bộ",)),
        Entry("đuổi ra", ("đưa ra khỏi Đảng", "khai trừ")),
    ]
)


def test_the_longest_entry_is_taken_and_its_span_is_of_the_original() -> None:
    text = "Ai lo Họp  chi bộ, ai bị ĐUỔI ra?"
    found = SMALL.expand(text)
    assert found == (
        Expansion(Span(6, 17), "họp chi bộ", ("sinh hoạt chi bộ",)),
        Expansion(Span(25, 32), "đuổi ra", ("đưa ra khỏi Đảng", "khai trừ")),
    )
    assert [e.span.of(text) for e in found] == ["Họp  chi bộ", "ĐUỔI ra"]


def test_a_longer_entry_goes_before_one_that_starts_earlier() -> None:
    known = Thesaurus([Entry("ai lo", ("chủ trì",)), Entry("lo vụ họp", ("chuẩn bị hội nghị",))])
    assert known.expand("ai lo vụ họp") == (Expansion(Span(3, 12), "lo vụ họp", ("chuẩn bị hội nghị",)),)
    assert [e.words for e in known.expand("ai lo họp")] == ["ai lo"]


def test_words_without_diacritics_leave_the_risky_entries_out() -> None:
    assert [e.words for e in SMALL.expand("hop xong hop chi bo roi duoi ra")] == ["họp chi bộ", "đuổi ra"]
    assert [e.words for e in SMALL.expand("họp")] == ["họp"]


def test_one_diacritic_in_the_text_asks_for_all() -> None:
    assert SMALL.expand("đã hop chi bo") == ()


def test_decomposed_text_and_the_other_place_of_the_tone_mark() -> None:
    known = Thesaurus([Entry("giảng hòa", ("hòa giải ở cơ sở",))])
    assert known.expand("giảng hoà")[0].span == Span(0, 9)
    assert known.expand("gia\u0309ng ho\u0300a")[0].span == Span(0, 11)


def test_no_part_of_a_word_is_an_entry() -> None:
    assert SMALL.expand("họpchi bộ đuổi") == ()


def test_a_phrase_on_both_sides_keeps_both_expansions() -> None:
    known = Thesaurus([Entry("nhắc", ("đôn đốc", "hối")), Entry("nhắc", ("hối", "giục"), bare=False)])
    assert known.entries == (Entry("nhắc", ("đôn đốc", "hối", "giục"), bare=False),)


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("Ông nào đứng đầu thì chịu?", "người đứng đầu"),
        ("Ai lo vụ họp hành?", "chủ trì tổ chức hội nghị"),
        ("giay to lam tre thi sao", "hồ sơ giải quyết quá hạn"),
        ("bạn trẻ vô Đảng", "kết nạp đoàn viên thanh niên"),
        ("dua len mang", "môi trường số"),
        ("chia tổ nhỏ", "tổ đảng"),
        ("bị phạt sao", "xử lý kỷ luật"),
        ("duoi ra", "đưa ra khỏi Đảng"),
        ("mấy bữa phải xong", "trong thời hạn"),
        ("kiem soat", "kiểm tra, giám sát"),
        ("củng cố chi ủy", "kiện toàn"),
        ("kiện toàn chi ủy", "củng cố"),
    ],
)
def test_the_shipped_list_knows_how_people_say_it(shipped: Thesaurus, question: str, phrase: str) -> None:
    assert phrase in [phrase for expansion in shipped.expand(question) for phrase in expansion.phrases]


def test_every_matter_is_well_formed() -> None:
    for matter in MATTERS:
        assert set(matter) <= {"say", "write", "accented_only"}, matter
        assert matter["say"], matter
        assert 1 <= len(matter["write"]) <= 5, matter
        assert set(matter.get("accented_only", ())) <= set(matter["say"]), matter
        phrases = [tuple(words(phrase)) for phrase in matter["write"]]
        assert len(set(phrases)) == len(phrases), matter
        assert not {tuple(words(say)) for say in matter["say"]} & set(phrases), matter


def test_every_everyday_phrase_stands_once() -> None:
    keys = Counter(tuple(words(say)) for matter in MATTERS for say in matter["say"])
    assert [key for key, count in keys.items() if count > 1] == []
    alike = Counter(tuple(words(phrase)) for group in TABLES["alike"]["groups"] for phrase in group)
    assert [key for key, count in alike.items() if count > 1] == []
    assert min(map(len, TABLES["alike"]["groups"])) >= 2


def test_no_bare_form_stands_for_two_matters(shipped: Thesaurus) -> None:
    seen: dict[str, Entry] = {}
    for entry in (entry for entry in shipped.entries if entry.bare):
        bare = " ".join(words(entry.words, diacritics=False))
        assert seen.setdefault(bare, entry).phrases == entry.phrases


def test_a_single_word_known_without_diacritics_is_no_other_word(shipped: Thesaurus) -> None:
    vocabulary = {word for text in _texts() for word in words(text)}
    for entry in (entry for entry in shipped.entries if entry.bare and len(words(entry.words)) == 1):
        [word] = words(entry.words)
        others = {other for other in vocabulary if folded(other, diacritics=False) == folded(word, diacritics=False)}
        assert others <= {word}, entry


def test_no_figure_no_place_and_no_wording_of_one_document(shipped: Thesaurus) -> None:
    texts = [f" {' '.join(words(text))} " for text in _texts()]
    for phrase in (phrase for entry in shipped.entries for phrase in (entry.words, *entry.phrases)):
        assert re.fullmatch(r"[^\W\d_]+(?:,? [^\W\d_]+)*", phrase), phrase
        assert {folded(word) for word in phrase.replace(",", "").split() if word[0].isupper()} <= CAPITALS, phrase
        if len(words(phrase)) > 4:
            assert not any(f" {' '.join(words(phrase))} " in text for text in texts), phrase


def _texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((CORPUS / "documents").glob("*.txt"))]

"""The thesaurus: what is found in a question, and that every line of the list is well made."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus import thesaurus
from corpus.errors import ThesaurusBroken
from corpus.folding import folded, words
from corpus.records import Span
from corpus.thesaurus import Entry, Expansion, Thesaurus

CORPUS = Path(thesaurus.__file__).parent
HEAD, _, BODY = (CORPUS / "thesaurus.txt").read_text(encoding="utf-8").partition("\n\n")
LINES = [line for line in BODY.splitlines() if line and not line.startswith("#")]
# Everyday phrases and office phrases, line by line.
MATTERS = [
    ([say.rstrip("*") for say in said.split("; ")], written.split("; "))
    for said, mark, written in (line.partition(" = ") for line in LINES)
    if mark
]
GROUPS = [[phrase.rstrip("*") for phrase in line.split(" ~ ")] for line in LINES if " ~ " in line]
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
        ("dom ngo can bo", "kiểm tra, giám sát"),
        ("củng cố chi ủy", "kiện toàn"),
        ("kiện toàn chi ủy", "củng cố"),
    ],
)
def test_the_shipped_list_knows_how_people_say_it(shipped: Thesaurus, question: str, phrase: str) -> None:
    assert phrase in [phrase for expansion in shipped.expand(question) for phrase in expansion.phrases]


def test_a_list_is_read_line_by_line(tmp_path: Path) -> None:
    known = thesaurus.load(
        _listed(
            tmp_path, "# họp hành", "", "họp*; họp chi bộ = hội nghị; sinh hoạt chi bộ", "hạn chế ~ lỗi* ~ thiếu sót"
        )
    )
    assert known.entries == (
        Entry("họp", ("hội nghị", "sinh hoạt chi bộ"), bare=False),
        Entry("họp chi bộ", ("hội nghị", "sinh hoạt chi bộ")),
        Entry("hạn chế", ("lỗi", "thiếu sót")),
        Entry("lỗi", ("hạn chế", "thiếu sót"), bare=False),
        Entry("thiếu sót", ("hạn chế", "lỗi")),
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("họp hội nghị", "neither"),
        ("họp = hội nghị = phiên họp", "more than one"),
        ("họp = hội nghị ~ phiên họp", "more than one"),
        ("họp =", "missing"),
        ("họp;  = hội nghị", "missing"),
        ("họp ~", "missing"),
        ("họp 3 = hội nghị", "'họp 3' is no phrase"),
        ("họp  chi bộ = hội nghị", "'họp  chi bộ' is no phrase"),
        ("họp = hội nghị*", "belongs to everyday words"),
        ("họp;mở họp = hội nghị", "one after it"),
        ("họp=hội nghị", "one space on each side"),
    ],
)
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = _listed(tmp_path, "# họp hành", "mở họp = tổ chức hội nghị", line)
    with pytest.raises(ThesaurusBroken, match=reason) as caught:
        thesaurus.load(path)
    assert (caught.value.path, caught.value.line) == (path, 3)
    assert str(caught.value).startswith(f"{path}, line 3: ")


def _listed(folder: Path, *lines: str) -> Path:
    path = folder / "list.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_head_shows_the_form_and_each_subject_has_one_heading() -> None:
    assert all(line.startswith("#") for line in HEAD.splitlines())
    headings = [line for line in BODY.splitlines() if line.startswith("#")]
    assert len(headings) == len(set(headings))


def test_every_line_is_well_formed() -> None:
    for said, written in MATTERS:
        assert len(written) <= 5, said
        phrases = [tuple(words(phrase)) for phrase in written]
        assert len(set(phrases)) == len(phrases), said
        assert not {tuple(words(say)) for say in said} & set(phrases), said


def test_what_has_the_same_office_phrases_stands_on_one_line() -> None:
    written = Counter(frozenset(tuple(words(phrase)) for phrase in written) for _, written in MATTERS)
    assert [phrases for phrases, count in written.items() if count > 1] == []


def test_office_phrases_say_more_than_the_everyday_phrase_with_words_around_it() -> None:
    """One longer phrase is the full name ("thẻ đảng viên"); several that only add words are guesses."""
    for said, written in MATTERS:
        padded = [f" {' '.join(words(phrase))} " for phrase in written]
        for say in (words(say) for say in said):
            if len(say) > 1 and len(padded) > 1:
                assert not all(f" {' '.join(say)} " in phrase for phrase in padded), say


def test_every_everyday_phrase_stands_once() -> None:
    for phrases in ([say for said, _ in MATTERS for say in said], [phrase for group in GROUPS for phrase in group]):
        keys = Counter(tuple(words(phrase)) for phrase in phrases)
        assert [key for key, count in keys.items() if count > 1] == []


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
        assert {folded(word) for word in phrase.replace(",", "").split() if word[0].isupper()} <= CAPITALS, phrase
        if len(words(phrase)) > 4:
            assert not any(f" {' '.join(words(phrase))} " in text for text in texts), phrase


def _texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((CORPUS / "documents").glob("*.txt"))]

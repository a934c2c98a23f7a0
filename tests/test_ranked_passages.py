"""From a question to the ranked passages of its answer, over small corpora that are read and indexed for real."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.records import Query
from assistant.service import Assistant
from index import store
from index.build import bring_up_to_date
from index.lexical import Spelling
from tests.conftest import TopicEncoder

ABBREVIATED = "HĐND xã giám sát việc thu quỹ.\n\nTrường mầm non đón trẻ từ tháng chín.\n\nHội đồng thi họp."
IN_FULL = "Hội đồng nhân dân xã giám sát việc thu quỹ.\n\nTrường mầm non đón trẻ từ tháng chín.\n\nTrạm điện."


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""


@pytest.fixture
def index_of(folder_of: Callable[..., Path], tmp_path: Path) -> Callable[..., store.Index]:
    def make(files: dict[str, str | bytes]) -> store.Index:
        bring_up_to_date(folder_of(files), tmp_path / "index", TopicEncoder(), silent)
        return store.open_index(tmp_path / "index")

    return make


@pytest.mark.parametrize("text", [ABBREVIATED, IN_FULL])
@pytest.mark.parametrize("question", ["Hội đồng nhân dân làm gì?", "HĐND làm gì?", "hdnd lam gi"])
def test_a_full_name_and_its_abbreviation_find_each_other(
    question: str, text: str, index_of: Callable[..., store.Index]
) -> None:
    index = index_of({"a.txt": text})
    best = Assistant(index, TopicEncoder()).ask(Query(question)).passages[0]
    assert "giám sát" in text[best.start : best.end]


def test_full_names_count_in_words_and_not_in_meaning(index_of: Callable[..., store.Index]) -> None:
    contents = index_of({"a.txt": ABBREVIATED}).contents
    whole = contents.lexical.scores("hội đồng nhân dân", Spelling.ACCENTED)
    assert whole.argmax() == 0
    assert whole[2] > 0  # "Hội đồng thi" shares two of the words
    assert contents.passages[0].text == "HĐND xã giám sát việc thu quỹ."


def test_what_is_encoded_does_not_change_with_the_abbreviations(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    encoder = TopicEncoder()
    bring_up_to_date(folder_of({"a.txt": ABBREVIATED}), tmp_path / "index", encoder, silent)
    assert set(encoder.encoded) == set(ABBREVIATED.split("\n\n"))


def test_copies_in_other_documents_are_one_place_of_the_ranking_and_named_beside_it(
    index_of: Callable[..., store.Index],
) -> None:
    said = "Mỗi chi bộ kết nạp một đảng viên mới."
    others = [
        f"Xã trồng rau {kind} ngoài đồng." for kind in ("muống", "cải", "dền", "ngót", "má", "răm", "mùi", "diếp")
    ]
    index = index_of({**{f"copy{n}.txt": said for n in range(6)}, "other.txt": "\n\n".join(others)})
    assistant = Assistant(index, TopicEncoder())
    passages = assistant.ask(Query("Mỗi chi bộ kết nạp mấy đảng viên mới?")).passages
    assert [p.doc_id for p in passages] == ["copy0", *["other"] * 8, "copy1"]
    assert assistant.elsewhere(passages[0]) == [f"copy{n}" for n in range(1, 6)]
    assert assistant.elsewhere(passages[1]) == []
    (own,) = assistant.ask(Query("Mỗi chi bộ kết nạp mấy đảng viên mới?", doc_ids=("copy4",))).passages
    assert own.doc_id == "copy4"

"""Follow-ups filled in from earlier turns."""

from __future__ import annotations

import pytest

from assistant.records import Query
from assistant.resolve import Resolver
from corpus import thesaurus
from corpus.abbreviations import known
from corpus.records import Document
from index.language.build import language_of
from index.language.model import LanguageModel
from index.language.restore import Restorer
from index.scope import Scoper

TARGET = "Chỉ tiêu kết nạp đảng viên ở xã Nghĩa Hưng là bao nhiêu?"
NEW = "Huyện ủy Tuy Phước giao nhiệm vụ gì cho Ban Dân vận?"


@pytest.fixture(scope="module")
def resolver(documents: dict[str, Document]) -> Resolver:
    listed = list(documents.values())
    return Resolver(Restorer(LanguageModel(language_of(listed)), known()), Scoper(listed), thesaurus.load())


@pytest.mark.parametrize(
    ("before", "question", "resolved"),
    [
        (TARGET, "Còn ở xã Hà Tam thì sao?", "Chỉ tiêu kết nạp đảng viên ở xã Hà Tam là bao nhiêu?"),
        ("Chỉ tiêu là gì?", "Còn ở xã Hà Tam thì sao?", "Chỉ tiêu là gì ở xã Hà Tam"),
        ("Ai họp chi bộ?", "Ai kiểm tra việc đó?", "Ai kiểm tra việc đó (Ai họp chi bộ)"),
        ("Quyết định 217-QĐ/TW quy định gì?", "còn 218", "Quyết định 218 quy định gì?"),
        (TARGET, NEW, NEW),
        (TARGET, "Thế nào là dân vận khéo của Khối?", "Thế nào là dân vận khéo của Khối?"),
        (TARGET, "Con đường nào dẫn đến đổi mới?", "Con đường nào dẫn đến đổi mới?"),
    ],
)
def test_follow_ups(resolver: Resolver, before: str, question: str, resolved: str) -> None:
    assert resolver.resolve(Query(question, history=(before,))).text == resolved


def test_verbatim_puts_nothing_right(resolver: Resolver) -> None:
    found = resolver.resolve(Query("dan van o xa ha tam la gi", verbatim=True))
    assert (found.text, found.changed, found.topic) == ("dan van o xa ha tam la gi", False, "dan van la gi")
    assert found.scope.narrowed == {"nq-ha-tam"}

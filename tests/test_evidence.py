"""Sentences of the passages found, weighed by what speaks for them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from assistant.evidence import Evidences
from assistant.kinds import asked
from assistant.resolve import Resolved
from index import store
from index.build import bring_up_to_date
from index.records import Hit
from index.scope import Scoper
from tests.conftest import TopicEncoder

TEXT = """KẾ HOẠCH
về trồng cây

I. MỤC TIÊU

Trồng cây xanh là việc của mọi người dân trong xã.

Hằng năm trồng được 200 cây xanh trở lên.

II. TỔ CHỨC THỰC HIỆN

Hội Nông dân xã chủ trì hướng dẫn chăm sóc vườn.
"""
QUESTION = "Hằng năm trồng bao nhiêu cây xanh?"


def test_the_sentence_that_says_most_of_the_question_is_first_and_the_frame_counts_against(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "kh.txt").write_text(TEXT, encoding="utf-8")
    bring_up_to_date(corpus, tmp_path / "index", TopicEncoder(), lambda *_: None)
    index = store.open_index(tmp_path / "index")
    hits = [Hit(passage, 1.0) for passage in index.contents.passages]
    question = Resolved(QUESTION, QUESTION, QUESTION, QUESTION, "", Scoper(()).read(QUESTION))
    weighed = Evidences(index.contents, index.documents).weigh(
        hits, question, asked(QUESTION), np.zeros(4, dtype=np.float32)
    )
    said = [piece.evidence.span.of(TEXT) for piece in weighed]
    assert said[0] == "Hằng năm trồng được 200 cây xanh trở lên."
    assert [piece.score for piece in weighed] == sorted((piece.score for piece in weighed), reverse=True)
    framed = {piece.evidence.span.of(TEXT) for piece in weighed if piece.signals.frame}
    assert "Hằng năm trồng được 200 cây xanh trở lên." not in framed
    assert all(text in "KẾ HOẠCH\nvề trồng cây" for text in framed)

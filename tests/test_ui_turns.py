"""A conversation as HTML: the nearest passages of a question that nothing answers."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.messages import Lang
from assistant.records import Answer, Kind, RankedPassage, Status
from assistant.ui.conversation import Conversation, Turn
from assistant.ui.naming import short_title
from assistant.ui.turns import conversation_html
from corpus.records import Document

QUESTION = "Giá vàng hôm nay?"


def test_a_passage_that_others_repeat_is_shown_once_with_their_names(documents: dict[str, Document]) -> None:
    first, second = RankedPassage("nq-ha-tam", 0, 40, 1.0), RankedPassage("nq-nghia-hung", 0, 40, 0.5)
    answer = Answer(
        "", QUESTION, Status.NOT_FOUND, Kind.CONTENT, "Không thấy.", (), (first, second), QUESTION, elapsed_ms=1.0
    )

    def elsewhere(passage: RankedPassage) -> Sequence[str]:
        return ["kh-tuy-phuoc", "kl-tinh-uy-khoa-xi"] if passage == first else []

    conversation = Conversation("c", (Turn(QUESTION),))
    drawn = conversation_html(conversation, [answer], documents, Lang.VI, elsewhere)
    others = ", ".join(short_title(documents[doc_id]) for doc_id in ("kh-tuy-phuoc", "kl-tinh-uy-khoa-xi"))
    assert drawn.count("Cũng có trong:") == 1
    assert f"Cũng có trong: {others}" in drawn
    assert drawn.index(others) < drawn.index(short_title(documents["nq-nghia-hung"]))

"""Conversations as a browser keeps them."""

from __future__ import annotations

from assistant.records import Query
from assistant.ui.conversation import MOST_CONVERSATIONS, Notebook, Turn, dump, load


def test_a_question_is_asked_with_the_ones_before_it() -> None:
    notebook = Notebook().asked(Turn("một", ("a",))).asked(Turn("hai", verbatim=True))
    assert notebook.current.query(0) == Query("một", doc_ids=("a",))
    assert notebook.current.query(1) == Query("hai", history=("một",), verbatim=True)


def test_what_a_browser_stored_comes_back() -> None:
    notebook = Notebook().asked(Turn("một")).fresh().asked(Turn("hai", ("a", "b"), verbatim=True))
    assert load(dump(notebook)) == notebook


def test_what_is_no_notebook_gives_an_empty_one() -> None:
    for stored in (None, 3, "x", [], {"current": 7}, {"current": {"id": "a", "turns": [{"question": 1}]}}):
        assert load(stored).current.turns == ()


def test_opening_another_conversation_keeps_this_one() -> None:
    first = Notebook().asked(Turn("một"))
    second = first.fresh().asked(Turn("hai"))
    reopened = second.opened(first.current.id)
    assert reopened.current == first.current
    assert reopened.others == (second.current,)


def test_an_empty_conversation_is_not_kept() -> None:
    assert Notebook().fresh().others == ()


def test_a_deleted_conversation_is_gone() -> None:
    first = Notebook().asked(Turn("một"))
    assert first.fresh().asked(Turn("hai")).without_current().others == (first.current,)


def test_a_question_put_differently_drops_what_followed() -> None:
    notebook = Notebook().asked(Turn("mot")).asked(Turn("hai")).amended(0, Turn("mot", verbatim=True))
    assert notebook.current.turns == (Turn("mot", verbatim=True),)


def test_the_oldest_conversations_make_room() -> None:
    notebook = Notebook()
    for number in range(MOST_CONVERSATIONS + 5):
        notebook = notebook.asked(Turn(str(number))).fresh()
    assert len(notebook.others) == MOST_CONVERSATIONS
    assert notebook.others[0].turns == (Turn("5"),)

"""The page as programs see it: named endpoints, the tools switch, and twenty visitors at once."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from gradio_client import Client

from corpus.records import Document
from tests.browser.serving import serving
from tests.browser.test_asking import RATE


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[Client]:
    """Gradio's own client."""
    with_page = Client(address, verbose=False, analytics_enabled=False)
    yield with_page
    with_page.close()


def test_ask_gives_the_record_of_the_interface(client: Client, documents: dict[str, Document]) -> None:
    answer = client.predict(RATE, None, None, False, api_name="/ask")
    stable = ["id", "question", "status", "kind", "answer", "citations", "passages", "resolved_question", "elapsed_ms"]
    assert [name for name in answer if name in stable] == stable
    assert (answer["status"], answer["kind"]) == ("answered", "target")
    cited = answer["citations"][0]
    assert list(cited) == ["n", "doc_id", "title", "section", "page", "start", "end", "quote"]
    assert documents[cited["doc_id"]].text[cited["start"] : cited["end"]] == cited["quote"]


def test_documents_are_listed_and_given_word_for_word(client: Client, documents: dict[str, Document]) -> None:
    listed = client.predict(api_name="/documents")
    assert {each["id"]: each["title"] for each in listed} == {
        doc_id: document.metadata.title for doc_id, document in documents.items()
    }
    assert client.predict("nq-ha-tam", api_name="/document") == documents["nq-ha-tam"].text


@pytest.mark.parametrize("kind", ["targets", "duties", "sources"])
def test_facts_come_of_the_documents_asked_for(client: Client, kind: str) -> None:
    records = client.predict(kind, ["nq-ha-tam"], api_name="/facts")
    assert records
    places = [mention for each in records for mention in each.get("mentions", [each])]
    assert {place["doc_id"] for place in places} == {"nq-ha-tam"}


def test_an_unknown_document_is_explained(client: Client) -> None:
    with pytest.raises(Exception, match="khong-co"):
        client.predict("khong-co", api_name="/document")


def test_only_the_named_endpoints_are_offered(client: Client) -> None:
    info: dict[str, Any] = client.view_api(return_format="dict")
    assert sorted(info["named_endpoints"]) == ["/ask", "/document", "/documents", "/facts"]
    assert info["unnamed_endpoints"] == {}
    described = {each["parameter_name"] for each in info["named_endpoints"]["/ask"]["parameters"]}
    assert described == {"question", "history", "doc_ids", "verbatim"}


def test_twenty_conversations_at_once_do_not_mix(client: Client) -> None:
    places = {
        "kh-tuy-phuoc": "Tuy Phước",
        "nq-nghia-hung": "Nghĩa Hưng",
        "nq-ha-tam": "Hà Tam",
        "nq-khoi-quang-binh": "Quảng Bình",
    }
    visitors = [(number, doc_id) for number in range(5) for doc_id in places]

    def converse(visitor: tuple[int, str]) -> list[dict[str, Any]]:
        number, doc_id = visitor
        first = f"{places[doc_id]} đặt ra những chỉ tiêu nào, lượt {number}?"
        second = "Cơ quan nào chịu trách nhiệm theo dõi?"
        return [
            client.predict(first, None, [doc_id], False, api_name="/ask"),
            client.predict(second, [first], [doc_id], False, api_name="/ask"),
        ]

    with ThreadPoolExecutor(len(visitors)) as pool:
        conversations = list(pool.map(converse, visitors))
    for (number, doc_id), (first, second) in zip(visitors, conversations, strict=True):
        assert f"{places[doc_id]} đặt ra những chỉ tiêu nào, lượt {number}?" == first["question"]
        for answer in (first, second):
            assert {each["doc_id"] for each in (*answer["citations"], *answer["passages"])} <= {doc_id}


def test_there_are_no_tools_unless_they_are_switched_on(address: str) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever the client raises when nobody answers
        asyncio.run(tools_of(address))


def test_a_language_model_finds_and_calls_the_tools(built_home: Path, documents: dict[str, Document]) -> None:
    with serving(built_home, "--mcp") as address:
        names, text = asyncio.run(tools_of(address))
    assert {"ask", "documents", "document", "facts"} <= names
    # Gradio writes a tool's record the way Python does.
    answer = ast.literal_eval(text)
    cited = answer["citations"][0]
    assert documents[cited["doc_id"]].text[cited["start"] : cited["end"]] == cited["quote"]


async def tools_of(address: str) -> tuple[set[str], str]:
    """The names of the tools, and what the tool `ask` says to a question."""
    pytest.importorskip("mcp", reason="the extra `mcp` is not installed")
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async with (
        streamable_http_client(f"{address}/gradio_api/mcp/") as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        tools = (await session.list_tools()).tools
        result = await session.call_tool("ask", {"question": RATE})
        return {tool.name for tool in tools}, result.content[0].text

"""Follow-ups filled in from earlier turns."""

from __future__ import annotations

import pytest

from assistant.records import Query
from assistant.resolve import Resolver
from corpus import thesaurus
from corpus.abbreviations import known
from corpus.folding import folded
from corpus.records import Document
from eval.questions.add import FOLDER
from eval.session import load_questions
from index.language.build import language_of
from index.language.model import LanguageModel
from index.language.restore import Restorer
from index.scope import Scoper

TARGET = "Chỉ tiêu kết nạp đảng viên ở xã Nghĩa Hưng là bao nhiêu?"
NEW = "Huyện ủy Tuy Phước giao nhiệm vụ gì cho Ban Dân vận?"


@pytest.fixture(scope="module")
def resolver(documents: dict[str, Document]) -> Resolver:
    listed = list(documents.values())
    model = LanguageModel(language_of(document.text for document in listed))
    return Resolver(
        Restorer(model, known()),
        Scoper(listed, model),
        thesaurus.load(),
    )


@pytest.mark.parametrize(
    ("before", "question", "resolved"),
    [
        (TARGET, "Còn ở xã Hà Tam thì sao?", "Chỉ tiêu kết nạp đảng viên ở xã Hà Tam là bao nhiêu?"),
        ("Chỉ tiêu là gì?", "Còn ở xã Hà Tam thì sao?", "Chỉ tiêu là gì ở xã Hà Tam"),
        ("Ai họp chi bộ?", "Ai kiểm tra việc đó?", "Ai kiểm tra việc đó (Ai họp chi bộ)"),
        ("Quyết định 217-QĐ/TW quy định gì?", "còn 218", "Quyết định 218 quy định gì?"),
        # A number takes the place of one of its own form, and of the one after the same word if there is one.
        ("Năm 2025 Quyết định 217 quy định gì?", "còn 218", "Năm 2025 Quyết định 218 quy định gì?"),
        ("Quyết định 217 đặt mục tiêu gì năm 2025?", "còn 2030", "Quyết định 217 đặt mục tiêu gì năm 2030?"),
        ("Nghị quyết 25 dẫn chỉ thị 24 về gì?", "còn chỉ thị 36?", "Nghị quyết 25 dẫn chỉ thị 36 về gì?"),
        ("Ai họp chi bộ?", "Hội nghị đó dành cho ai trong xã?", "Hội nghị đó dành cho ai trong xã (Ai họp chi bộ)"),
        ("Ai họp chi bộ?", "Gửi báo cáo qua cơ quan nào?", "Gửi báo cáo qua cơ quan nào (Ai họp chi bộ)"),
        ("Ai họp chi bộ?", "Do cấp ủy nào ban hành, ngày nào?", "Do cấp ủy nào ban hành, ngày nào (Ai họp chi bộ)"),
        ("Ai họp chi bộ?", "Lúc này ai kiểm tra chi bộ?", "Lúc này ai kiểm tra chi bộ?"),
        (TARGET, NEW, NEW),
        (TARGET, "Thế nào là dân vận khéo của Khối?", "Thế nào là dân vận khéo của Khối?"),
        (TARGET, "Con đường nào dẫn đến đổi mới?", "Con đường nào dẫn đến đổi mới?"),
    ],
)
def test_follow_ups(resolver: Resolver, before: str, question: str, resolved: str) -> None:
    assert resolver.resolve(Query(question, history=(before,))).text == resolved


@pytest.mark.parametrize(
    ("question", "resolved"),
    [
        ("Còn xã Bình Minh thì sao?", "Chỉ tiêu kết nạp đảng viên xã Bình Minh là bao nhiêu?"),
        ("Còn huyện Phù Cát?", "Chỉ tiêu kết nạp đảng viên huyện Phù Cát là bao nhiêu?"),
    ],
)
def test_a_place_without_documents_does_not_inherit_the_former_one(
    resolver: Resolver, question: str, resolved: str
) -> None:
    found = resolver.resolve(Query(question, history=(TARGET,)))
    assert found.text == resolved
    assert found.scope.narrowed == frozenset()
    assert found.scope.unknown_place in {"xã Bình Minh", "huyện Phù Cát"}


@pytest.mark.parametrize(
    "question",
    [
        "Huyện Tuy Phước phấn đấu giải quyết bao nhiêu phần trăm hồ sơ đúng hạn?",
        "Mỗi năm xã phấn đấu giảm bao nhiêu hộ nghèo?",
        "Bao giờ phải xử lý xong nợ đọng xây dựng cơ bản?",
    ],
)
def test_a_new_topic_is_not_dragged_back(resolver: Resolver, question: str) -> None:
    assert resolver.resolve(Query(question, history=(TARGET,))).text == question


def test_it_and_they_lean_on_what_was_asked(resolver: Resolver) -> None:
    found = resolver.resolve(Query("Ai kiểm tra họ?", history=("Ai họp chi bộ ở xã Hà Tam?",)))
    assert found.text == "Ai kiểm tra họ (Ai họp chi bộ ở xã Hà Tam)"


def test_a_chain_of_short_turns_reaches_the_first(resolver: Resolver) -> None:
    found = resolver.resolve(Query("Khi nào xong?", history=("Xã Hà Tam có mấy quan điểm chỉ đạo?", "Kể ra")))
    assert found.scope.narrowed == {"nq-ha-tam"}


def test_a_follow_up_keeps_the_document_last_spoken_of(resolver: Resolver) -> None:
    history = ("Chi bộ ở huyện Tuy Phước đông đảng viên quá", "Sinh hoạt theo tổ đảng thì sao?")
    assert resolver.resolve(Query("Vậy phải xin ý kiến ai?", history=history)).scope.narrowed == {"kh-tuy-phuoc"}
    alone = resolver.resolve(Query("Ai kiểm tra việc thực hiện nghị quyết của cấp ủy?", history=history))
    assert alone.scope.narrowed == frozenset()


def test_verbatim_puts_nothing_right(resolver: Resolver) -> None:
    found = resolver.resolve(Query("dan van o xa ha tam la gi", verbatim=True))
    assert (found.text, found.changed, found.topic) == ("dan van o xa ha tam la gi", False, "dan van la gi")
    assert found.scope.narrowed == {"nq-ha-tam"}


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("huyen phu cat co chi tieu gi", "huyện Phù Cát"),
        ("huyện phù cát có chỉ tiêu gì", "huyện Phù Cát"),
        ("huyen uy phu cat co chi tieu gi", "huyện Phù Cát"),
        ("Huyện đoàn Phù Cát có chỉ tiêu gì", "huyện Phù Cát"),
        ("huyên Phù Mỹ ket nạp đảng viên môi năm bao nhiu %", "huyện Phù Mỹ"),
        ("Đảng ủy xã Đak Pơ kết nạp mấy đảng viên", "xã Đak Pơ"),
        ("xa tan phuoc lam gi", "xã Tân Phước"),
        ("thi xa an nhon ket nap bao nhieu dang vien", "thị xã An Nhơn"),
        ("tinh an giang dat muc tieu gi", "tỉnh An Giang"),
        ("tinh dak lak dat muc tieu gi", "tỉnh Đắk Lắk"),
        ("tp quy nhon ket nap may dang vien", "thành phố Quy Nhơn"),
        ("quy nhon ket nap may dang vien", "Quy Nhơn"),
        ("chi tieu cua kien giang la bao nhieu", "Kiên Giang"),
        ("xa bau cu the nao", None),
        ("xa ho tro gi cho ho ngheo", None),
        ("xa doan ket nap may doan vien", None),
        ("xa nen giam sat chuyen de gi", None),
        ("xa nghe ai chi dao", None),
        ("xã mà nơi sáng nơi tối thì sao", None),
        ("phuong an hoa giai cua to dan van", None),
        ("di lam an xa phai bao ai", None),
        ("con di an cuoi thi sao", None),
        ("muc nao cao bang nghia hung", None),
        ("chon quan chung kieu nao", None),
        ("huyen keu goi ai ung ho", None),
        ("huyen xep loai the nao", None),
        ("chi tieu cua xa ha tam", None),
    ],
)
def test_a_place_typed_without_capitals_or_marks_is_noticed(
    resolver: Resolver, question: str, place: str | None
) -> None:
    assert resolver.resolve(Query(question)).scope.unknown_place == place


def test_such_a_place_replaces_the_former_one_too(resolver: Resolver) -> None:
    scope = resolver.resolve(Query("con xa tan phuoc thi sao", history=(TARGET,))).scope
    assert (scope.narrowed, scope.unknown_place) == (frozenset(), "xã Tân Phước")


def test_no_answerable_question_is_taken_to_name_what_is_not_there(
    resolver: Resolver, documents: dict[str, Document]
) -> None:
    texts = {document.id: document.text for document in documents.values()}
    wrong = []
    for question in load_questions((FOLDER / "dev.jsonl").read_bytes(), "dev.jsonl", texts):
        scope = resolver.resolve(Query(question.question, history=question.history)).scope
        if question.gold and (scope.unknown_place or scope.mentioned or scope.unknown_issuer or scope.unknown_term):
            wrong.append(question.question)
    assert wrong == []


def test_no_line_of_the_documents_without_diacritics_names_another_place(
    resolver: Resolver, documents: dict[str, Document]
) -> None:
    lines = [line for document in documents.values() for line in document.text.splitlines() if line.strip()]
    scopes = [resolver.resolve(Query(folded(line, diacritics=False))).scope for line in lines]
    assert [scope.unknown_place for scope in scopes if scope.unknown_place] == []
    assert [scope.mentioned for scope in scopes if scope.mentioned] == ["Liễu Đề"]

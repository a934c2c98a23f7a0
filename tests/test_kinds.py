"""What a question asks for, however it is put."""

from __future__ import annotations

import pytest

from assistant.kinds import asked
from assistant.records import Kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Phải trồng bao nhiêu cây xanh?", Kind.TARGET),
        ("phai trong bn cay xanh", Kind.TARGET),
        ("Nhiệm kỳ kéo dài mấy năm?", Kind.TARGET),
        ("Ai theo dõi việc trồng cây?", Kind.DUTY),
        ("Hội Nông dân phải làm gì?", Kind.DUTY),
        ("Việc trồng cây căn cứ vào đâu?", Kind.SOURCE),
        ("Nghị quyết nào nói về trồng cây?", Kind.SOURCE),
        ("So sánh chỉ tiêu trồng cây của hai xã", Kind.COMPARISON),
        ("Cần bảo vệ rừng thế nào?", Kind.CONTENT),
        ("Xin chào!", Kind.OUT_OF_SCOPE),
        ("Chào buổi sáng", Kind.OUT_OF_SCOPE),
    ],
)
def test_the_kind_is_read_from_how_a_question_is_put(question: str, kind: Kind) -> None:
    assert asked(question).kind is kind


def test_a_comparison_keeps_the_kind_of_what_is_compared() -> None:
    read = asked("So sánh tỷ lệ trồng cây của hai xã là bao nhiêu")
    assert (read.kind, read.matter) == (Kind.COMPARISON, Kind.TARGET)


def test_small_talk_is_small_talk_though_it_was_put_right_into_another_word() -> None:
    assert asked("lao", "alo").kind is Kind.OUT_OF_SCOPE
    assert asked("lao", "lao").kind is Kind.CONTENT


def test_figures_taken_for_granted_are_kept_as_they_were_put() -> None:
    assert asked("Vì sao chỉ tiêu là 12,5% và 3 lần?").figures == ("12,5%", "3 lần")


def test_a_whole_list_and_a_date_are_told_apart() -> None:
    whole, when = asked("Liệt kê các nhiệm vụ"), asked("Khi nào sơ kết?")
    assert (whole.whole_list, whole.when) == (True, False)
    assert (when.whole_list, when.when) == (False, True)


@pytest.mark.parametrize(
    ("question", "named", "compared"),
    [
        ("Nơi nào yêu cầu trồng cây?", 0, True),
        ("Mỗi nơi trồng bao nhiêu cây?", 0, True),
        ("Những văn bản nào nhắc Quyết định 217?", 0, False),
        ("Văn bản nào của Chính phủ cho phép trồng cây?", 0, False),
        ("Xã trồng bao nhiêu cây, còn huyện thì sao?", 2, True),
        ("Các nơi phải nộp báo cáo cho ai?", 1, False),
        ("So với nơi khác thì xã trồng nhiều hay ít?", 1, True),
    ],
)
def test_several_documents_are_asked_about_at_once(question: str, named: int, compared: bool) -> None:
    assert (asked(question, "", named).kind is Kind.COMPARISON) is compared

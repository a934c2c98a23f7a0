"""What a question compares documents by, and which sentences state such a thing."""

from __future__ import annotations

import pytest

from assistant.answering.basis import Basis, basis, is_of
from assistant.stated import FactsAt

NO_FACTS = FactsAt((), (), ())


@pytest.mark.parametrize(
    ("asking", "by"),
    [
        ("Hai xã đặt tỷ lệ hộ có nước sạch bao nhiêu?", Basis.FIGURE),
        ("Bên nào trồng nhiều cây hơn?", Basis.FIGURE),
        ("So sánh thời điểm nộp báo cáo", Basis.TIME),
        ("Mỗi nơi bao lâu họp một lần?", Basis.FREQUENCY),
        ("Thu gom rác ở hai xã còn yếu chỗ nào?", Basis.SHORTCOMING),
        ("thu gom rac con kem the nao", Basis.SHORTCOMING),
        ("Nhiệm vụ chủ yếu của hai xã", Basis.DUTY),
        ("Hai kế hoạch căn cứ vào đâu?", Basis.SOURCE),
        ("Mỗi nơi giao ai thu gom rác?", Basis.DUTY),
        ("Quy chế làm việc của hai xã nói gì?", Basis.MATTER),
        ("Hai xã nói gì về cán bộ trẻ?", Basis.MATTER),
    ],
)
def test_the_basis_is_read_from_the_question(asking: str, by: Basis) -> None:
    assert basis(asking) is by


@pytest.mark.parametrize(
    ("by", "said", "states"),
    [
        (Basis.FIGURE, "Thu gom 95% lượng rác.", True),
        (Basis.FIGURE, "Thực hiện Quyết định số 12/QĐ-UBND.", False),
        (Basis.TIME, "Sơ kết vào cuối năm 2022.", True),
        (Basis.TIME, "Báo cáo hằng năm.", False),
        (Basis.FREQUENCY, "Báo cáo hằng năm.", True),
        (Basis.SHORTCOMING, "Việc thu gom rác còn nhiều hạn chế.", True),
        (Basis.SHORTCOMING, "Kịp thời tháo gỡ khó khăn, vướng mắc.", False),
        (Basis.DUTY, "Trạm Y tế xã kiểm tra vệ sinh.", False),
        (Basis.MATTER, "Thu gom 95% lượng rác.", False),
    ],
)
def test_a_sentence_states_what_is_compared(by: Basis, said: str, states: bool) -> None:
    assert is_of(by, said, NO_FACTS) is states

"""Comparisons of two communes' plans: one row a document, chosen to speak of the same thing."""

from __future__ import annotations

import pytest

from assistant.records import Answer, Kind, Query, Status
from assistant.service import Assistant
from index import store
from index.build import bring_up_to_date
from index.encoder import load_encoder

PLAN = """ỦY BAN NHÂN DÂN
XÃ {name}
Số: {number}/KH-UBND

KẾ HOẠCH
Thu gom rác thải sinh hoạt trên địa bàn xã năm 2024

I. TÌNH HÌNH
{situation}
{view}

II. MỤC TIÊU
{targets}

III. TỔ CHỨC THỰC HIỆN
{duties}
"""
# Longer than a cell of a table should be; only one clause speaks of what paths are measured by.
VIEW = (
    "Huy động mọi nguồn lực của nhân dân và doanh nghiệp trên địa bàn; gắn phong trào với xây dựng nông thôn mới và "
    "giữ gìn an ninh trật tự ở từng khu dân cư; phát huy vai trò của các đoàn thể, người cao tuổi, trưởng dòng họ và "
    "chức sắc tôn giáo; {measure}; kịp thời biểu dương những hộ gia đình tiêu biểu, nhắc nhở những hộ chưa thực hiện; "
    "công khai kết quả trên hệ thống truyền thanh để mọi người cùng biết, cùng bàn và cùng giám sát."
)
MEASURES = (
    "lấy sự sạch đẹp của đường làng làm thước đo kết quả phong trào",
    "lấy sự sạch đẹp của đường thôn làm thước đo kết quả phong trào",
)
TAN_BINH = PLAN.format(
    name="TÂN BÌNH",
    number="45",
    situation="Công tác thu gom rác thải ở các chợ còn chậm, chưa thường xuyên.",
    view=VIEW.format(measure=MEASURES[1]),
    targets="1. Tỷ lệ hộ dân phân loại rác tại nguồn đạt từ 85% trở lên.\n2. Thu gom 95% lượng rác thải sinh hoạt.",
    duties="1. Trạm Y tế xã kiểm tra vệ sinh tại các điểm tập kết rác.\n2. Sơ kết kế hoạch vào cuối năm 2024.",
)
HOA_PHONG = PLAN.format(
    name="HÒA PHONG",
    number="46",
    situation="Việc thu gom rác thải ở các thôn xa còn lúng túng.\nNhân dân tích cực tham gia thu gom rác thải.",
    view=VIEW.format(measure=MEASURES[0]),
    targets="1. Tỷ lệ hộ dân phân loại rác tại nguồn đạt từ 60% trở lên.\n2. Trồng 500 cây xanh dọc đường liên thôn.",
    duties="1. Hội Phụ nữ xã kiểm tra vệ sinh tại các điểm tập kết rác.\n2. Sơ kết kế hoạch vào tháng 6 năm 2024.",
)
SORTING = (
    "Tỷ lệ hộ dân phân loại rác tại nguồn đạt từ 60% trở lên.",
    "Tỷ lệ hộ dân phân loại rác tại nguồn đạt từ 85% trở lên.",
)
INSPECTING = (
    "Hội Phụ nữ xã kiểm tra vệ sinh tại các điểm tập kết rác.",
    "Trạm Y tế xã kiểm tra vệ sinh tại các điểm tập kết rác.",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("communes")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "tan-binh.txt").write_text(TAN_BINH, encoding="utf-8")
    (corpus / "hoa-phong.txt").write_text(HOA_PHONG, encoding="utf-8")
    encoder = load_encoder(None)
    bring_up_to_date(corpus, folder / "index", encoder, lambda *_: None)
    return Assistant(store.open_index(folder / "index"), encoder)


def quotes(answer: Answer) -> tuple[str, ...]:
    return tuple(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("So sánh tỷ lệ hộ dân phân loại rác tại nguồn của xã Tân Bình và xã Hòa Phong", SORTING),
        ("xa Tan Binh voi xa Hoa Phong ben nao dat ti le phan loai rac cao hon", SORTING),
        ("Mỗi nơi giao ai kiểm tra vệ sinh các điểm tập kết rác?", INSPECTING),
        ("Ai kiểm tra vệ sinh ở xã Tân Bình, còn xã Hòa Phong thì ai?", INSPECTING),
        (
            "Thu gom rác thải ở Tân Bình và Hòa Phong còn yếu chỗ nào?",
            (
                "Việc thu gom rác thải ở các thôn xa còn lúng túng.",
                "Công tác thu gom rác thải ở các chợ còn chậm, chưa thường xuyên.",
            ),
        ),
        (
            "Tân Bình và Hòa Phong sơ kết kế hoạch khi nào?",
            ("Sơ kết kế hoạch vào tháng 6 năm 2024.", "Sơ kết kế hoạch vào cuối năm 2024."),
        ),
    ],
)
def test_the_rows_speak_of_the_same_thing(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(Query(question))
    assert (answer.kind, quotes(answer)) == (Kind.COMPARISON, said)


def test_a_document_that_says_nothing_has_its_row(assistant: Assistant) -> None:
    answer = assistant.ask(Query("So sánh số cây xanh phải trồng của xã Tân Bình và xã Hòa Phong"))
    assert quotes(answer) == ("Trồng 500 cây xanh dọc đường liên thôn.",)
    assert [line for line in answer.answer.splitlines() if line.endswith("| không nêu |")]


def test_what_no_document_says_is_not_compared(assistant: Assistant) -> None:
    answer = assistant.ask(Query("So sánh học phí mẫu giáo của xã Tân Bình và xã Hòa Phong"))
    assert (answer.status, answer.citations) == (Status.NOT_FOUND, ())


def test_of_a_long_sentence_the_clause_that_answers_is_quoted(assistant: Assistant) -> None:
    answer = assistant.ask(Query("Tân Bình và Hòa Phong lấy cái gì làm thước đo kết quả phong trào?"))
    assert quotes(answer) == tuple(f"{measure};" for measure in MEASURES)


def test_one_place_is_compared_with_all_others(assistant: Assistant) -> None:
    answer = assistant.ask(Query("So với nơi khác, xã Tân Bình đặt tỷ lệ phân loại rác tại nguồn cao hay thấp?"))
    assert quotes(answer) == SORTING


def test_the_users_own_choice_of_documents_is_kept(assistant: Assistant) -> None:
    question = "So với nơi khác, xã Tân Bình đặt tỷ lệ phân loại rác tại nguồn cao hay thấp?"
    answer = assistant.ask(Query(question, doc_ids=("tan-binh",)))
    assert quotes(answer) == SORTING[1:]

"""What an answer must hold, read from the question: over texts made for it."""

from __future__ import annotations

import pytest

from assistant.expected import fits

HOLDS = [
    ("Tỷ lệ là bao nhiêu?", "Đạt 85%."),
    ("Mức phạt là bao nhiêu?", "Phạt 500.000 đồng."),
    ("Kéo dài mấy năm?", "Thời hạn 5 năm."),
    ("Phải trồng bao nhiêu?", "Trồng 200 cây."),
    ("Gửi giấy mời trước mấy bữa?", "Gửi trước ít nhất 3 ngày."),
    ("Mấy năm rồi làm dở chỗ nào?", "Việc trồng cây còn chậm."),
    ("Mỗi xã trồng bao nhiêu cây?", "Mỗi xã trồng 200 cây."),
    ("Chọn mấy gương làm vườn giỏi?", "Công nhận 5 điển hình."),
    ("Có bao nhiêu người trong tổ?", "Tổ có 7 thành viên."),
    ("Bao nhiêu hội viên phải tham gia?", "Tỷ lệ tham gia từ 50% trở lên."),
    ("Mấy hội đó làm gì?", "Hội làm vườn."),
    ("Hồ sơ xin cấp giống gồm những gì?", "Hồ sơ gồm: đơn, bản cam kết."),
    ("“3 sạch” là những gì?", "Thực hiện “3 sạch”: sạch nhà, sạch bếp, sạch ngõ."),
    ("Hiện có tất cả bao nhiêu đảng viên?", "Đảng bộ có 120 đảng viên."),
    ("Vì sao đặt chỉ tiêu “vườn hộ ba sạch”?", "Phấn đấu 80% hộ đạt danh hiệu “vườn hộ ba sạch”."),
    ("Mấy tháng họp một lần?", "Tổ họp định kỳ hằng quý."),
    ("Tên của phong trào “3 sạch” là gì?", "Phát động “3 sạch” trong toàn xã."),
]
LACKS = [
    ("Tỷ lệ là bao nhiêu?", "Trồng 200 cây."),
    ("Mức phạt là bao nhiêu?", "Đạt chuẩn 4 tiêu chí."),
    ("Mỗi tháng được bao nhiêu tiền?", "Đến năm 2025, tỷ lệ đạt 50%."),
    ("Kéo dài mấy năm?", "Tổ chức 5 đợt."),
    ("Tiếp dân vào thứ mấy?", "Tiếp dân định kỳ."),
    ("Cả xã còn mấy thôn?", "Sắp xếp lại các thôn theo chỉ đạo."),
    ("Hiện có tất cả bao nhiêu đảng viên?", "Kết nạp đạt 4% so với tổng số đảng viên."),
    ("Học phí bao nhiêu?", "Mở 5 lớp."),
    ("Hiện có tất cả bao nhiêu đảng viên?", "Chi bộ có từ 50 đảng viên trở lên được chia tổ."),
    ("Mỗi năm kết nạp bao nhiêu đảng viên?", "Kết nạp đảng viên theo chỉ tiêu giao hằng năm."),
    ("Vì sao đặt chỉ tiêu “vườn hộ ba sạch”?", "Các hộ giữ vườn sạch."),
    ("Thủ tục đăng ký cần mang giấy tờ gì?", "Niêm yết công khai thủ tục, hồ sơ."),
    ("3 sạch 4 đẹp là những gì?", "Thực hiện tốt “3 sạch, 4 đẹp”, giữ nếp sống văn minh."),
    ("Số điện thoại văn phòng?", "Văn phòng theo dõi việc thực hiện."),
]


@pytest.mark.parametrize(("question", "text"), HOLDS)
def test_a_text_that_holds_what_is_asked(question: str, text: str) -> None:
    assert fits(question, text)


@pytest.mark.parametrize(("question", "text"), LACKS)
def test_a_text_about_the_matter_that_does_not_tell(question: str, text: str) -> None:
    assert not fits(question, text)

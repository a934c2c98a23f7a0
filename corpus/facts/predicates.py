"""What a predicate says: the roles it gives, with whom, to whom it reports, and when."""

from __future__ import annotations

import re

from corpus.facts.bodies import read_bodies
from corpus.facts.periods import WHEN
from corpus.facts.records import Role

_MODAL = r"phải|cần|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|có kế hoạch|có biện pháp"
_ADVERB = (
    r"tiếp tục|thường xuyên|chủ động|tích cực|kịp thời|tập trung|trực tiếp|khẩn trương|nghiêm túc|sớm|"
    r"quan tâm|thật sự|cùng|"
    r"định kỳ|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|đến năm \d{4}|quý [IV]+ năm \d{4}|"
    r"tháng \d{1,2}|trước ngày|"
    r"tổ chức|bám sát|căn cứ|theo chức năng|trên cơ sở|theo|dựa vào|tùy"
)
_VERB = (
    r"chủ trì|phối hợp|tham mưu|đề xuất|giúp|xây dựng|ban hành|triển khai|quán triệt|thực hiện|lãnh đạo|"
    r"chỉ đạo|hướng dẫn|kiểm tra|"
    r"giám sát|theo dõi|đôn đốc|tổng hợp|báo cáo|rà soát|đẩy mạnh|tăng cường|nâng cao|đổi mới|phát huy|"
    r"quyết định|phân công|bố trí|"
    r"cụ thể hóa|cụ thể hoá|đưa|tạo điều kiện|xác định|phổ biến|tuyên truyền|vận động|tiến hành|công khai|"
    r"trao đổi|hoàn thành|làm việc|"
    r"quản lý|chuẩn bị|cử|mở|tham gia|đăng ký|lựa chọn|thẩm định|trình|cung cấp|đảm bảo|bảo đảm|duy trì|"
    r"nghiên cứu|sơ kết|tổng kết|"
    r"đánh giá|thẩm tra|làm tốt|gương mẫu|lấy|coi trọng|khắc phục|chấp hành|gửi|thông báo|niêm yết|"
    r"cập nhật|công bố|hỗ trợ|giải quyết|"
    r"xử lý|tiếp nhận|ứng dụng|quy định|củng cố|kiện toàn|thành lập|huy động|cân đối|phê duyệt|lồng ghép|"
    r"đăng tải|bồi dưỡng|"
    r"nắm|gặp gỡ|phát hiện|kịp|làm|đề ra|ký kết|giao|lập|tuân thủ|thống nhất|chăm lo|đề cao|kiên quyết|"
    r"đi cơ sở|chủ trương|"
    r"nhận|khai thác|vận hành|rút kinh nghiệm|tập huấn|kêu gọi|biểu dương|khen thưởng|phân bổ|cấp(?! ủy)|"
    r"thanh tra|tuyển"
)
PREDICATE = re.compile(rf"\s*,?\s*(?:{_MODAL}|{_ADVERB}|{_VERB})(?![^\W\d_])")
ACT_HEAD = re.compile(rf"(?:{_VERB})(?![^\W\d_])")
STRONG = re.compile(rf"\s*,?\s*(?:(?:tiếp tục|thường xuyên)\s+)?(?:{_MODAL})(?![^\W\d_])")
_ROLE_WORDS = (
    (Role.LEAD, r"chủ trì"),
    (Role.COOPERATE, r"phối hợp|trao đổi thông tin"),
    (Role.ADVISE, r"tham mưu|đề xuất|giúp(?! việc)"),
    (Role.GUIDE_POLITICALLY, r"lãnh đạo(?! của|,? quản lý)"),
    (Role.DIRECT, r"chỉ đạo(?! của)"),
    (
        Role.PLAN,
        r"(?:xây dựng|có|lập|ban hành)(?: và (?:thực hiện|triển khai))?(?: nghiêm túc)?(?: các)?(?: đề án,)?"
        r"\s+(?:kế hoạch|chương trình|đề án)",
    ),
    (Role.INSTRUCT, r"hướng dẫn(?! của| số)"),
    (Role.INSPECT, r"kiểm tra"),
    (Role.SUPERVISE, r"giám sát"),
    (Role.FOLLOW, r"theo dõi"),
    (Role.URGE, r"đôn đốc"),
    (Role.COLLECT, r"tổng hợp"),
    (Role.REPORT, r"báo cáo(?! viên)"),
    (Role.ANSWER, r"chịu trách nhiệm|phải có trách nhiệm(?= trong)"),
    (Role.DECIDE, r"quyết định(?! số| \d|,? nghị quyết| của| này)"),
    (Role.ASSIGN, r"phân công"),
    (Role.SUBMIT, r"(?<![Cc]hương )(?<![Qq]uy )(?<!quá )(?<!lộ )(?<!công )(?<![Tt]ờ )(?<!giáo )trình(?! độ| bày| tự)"),
    (Role.CARRY_OUT, r"tổ chức(?! (?:đảng|cơ sở|chính trị|Đảng))|triển khai|thực hiện"),
)  # fmt: skip
_ROLE = re.compile("|".join(f"(?P<r{number}>{words})" for number, (_, words) in enumerate(_ROLE_WORDS)))
_NOUN_BEFORE = re.compile(
    r"(?:sự|công tác|việc|nội dung|hoạt động|quy chế|chương trình|kết quả|chế độ|kế hoạch|hình thức|"
    r"văn bản|cơ quan|cán bộ|theo|cấp ủy|vai trò|các|tập trung sự)\s+$"
)
_WITH = re.compile(r"phối hợp(?:\s+(?:chặt chẽ|thường xuyên|đồng bộ|tốt))?\s+(?:với|cùng|giữa)\s+|làm việc với\s+")
_REPORT = re.compile(
    r"(?<![^\W\d_])(?<!chương )(?<!quy )(?<!quá )(?<!lộ )(?<!công )(?:báo cáo|trình|"
    r"phản ánh)(?!\s+(?:viên|độ|tự))(?![^\W\d_])"
)
_TO = re.compile(r"\s+(?:về\s+)?(?:cho|với|lên|về|tới|đến)\s+")
_RECIPIENT_CHARS = 160  # between "báo cáo" and the body that it goes to stands what is reported
_OBJECT_END = re.compile(
    rf"(?=\s+(?:{_VERB}|tổ chức|để|trong việc|nhằm|và (?:{_VERB}))(?![^\W\d_])|[;.:]|$)|"
    rf",\s(?=(?:{_VERB})(?![^\W\d_]))"
)


def roles_of(line: str, start: int, end: int) -> tuple[Role, ...]:
    """The roles of a predicate in the order of its words; an act with no role of its own is carried out."""
    roles: list[Role] = []
    noun_end = -1
    head = start + len(line[start:end]) - len(line[start:end].lstrip())
    verbs = line[:head] + line[head : head + 1].lower() + line[head + 1 :]
    for found in _ROLE.finditer(verbs, start, end):
        listed = noun_end >= 0 and verbs[noun_end : found.start()].strip() in (",", "và", "")
        if listed or _NOUN_BEFORE.search(verbs[max(start, found.start() - 24) : found.start()]):
            noun_end = found.end()
            continue
        number = next(int(name[1:]) for name, value in found.groupdict().items() if value)
        roles.append(_ROLE_WORDS[number][0])
    own = [role for role in roles if role is not Role.CARRY_OUT]
    leading = roles[:1] if roles and roles[0] is not Role.CARRY_OUT else own[:1]
    ordered = tuple(dict.fromkeys([*leading, *roles]))
    return ordered or (Role.CARRY_OUT,)


def whens_of(line: str, start: int, end: int) -> list[str]:
    """The times of the act: not the dates of cited documents, nor the periods of what is only mentioned."""
    kept = []
    for place in WHEN.finditer(line, start, end):
        words = " ".join(place[0].split())
        mentioned = line.startswith(" của", place.end()) or re.search(
            r"(?:sinh hoạt|chế độ|làm việc)\s$", line[max(0, place.start() - 20) : place.start()]
        )
        adverb = words.lower() != "thường xuyên" or PREDICATE.match(line, place.end(), end)
        if not words.lower().startswith("ngày") and words.lower() != "toàn khóa" and not mentioned and adverb:
            kept.append(words)
    return list(dict.fromkeys(kept))


def with_whom(line: str, start: int, end: int) -> str | None:
    names: list[str] = []
    for found in _WITH.finditer(line, start, end):
        bodies, stop = read_bodies(line, found.end(), end)
        if bodies:
            names.append(line[found.end() : stop].strip())
        elif not PREDICATE.match(line, found.end(), end):
            close = _OBJECT_END.search(line, found.end(), end)
            names.append(line[found.end() : close.start() if close else end].strip(" ,."))
    return "; ".join(dict.fromkeys(name for name in names if name)) or None


def report_to(line: str, start: int, end: int) -> str | None:
    for found in _REPORT.finditer(line.lower(), start, end):
        limit = min(end, found.end() + _RECIPIENT_CHARS)
        bodies, stop = read_bodies(line, found.end() + 1, limit)
        if bodies:
            return line[found.end() + 1 : stop].strip()
        for to in _TO.finditer(line, found.end(), limit):
            bodies, stop = read_bodies(line, to.end(), end)
            if bodies:
                return line[to.end() : stop].strip()
            if line.startswith("cấp trên", to.end()):
                return "cấp trên"
    return None

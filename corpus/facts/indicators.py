"""What a target measures: subject and predicate of its clause, and one name for the same indicator everywhere."""

from __future__ import annotations

import re

from corpus.facts.reading import one_tone_place
from corpus.folding import folded

# Verbs that open the predicate after "100% cán bộ, công chức …"; nouns that look like them are excepted.
_PREDICATE = re.compile(
    r"(?<![^\W\d_])(?:được|đạt|hoàn thành|không hoàn thành|sử dụng|thực hiện|có|là|tham gia|đăng ký|"
    r"tổ chức(?!\s+(?:cơ sở|đảng|chính trị|Đảng|xã hội|trong|hội|đoàn|tôn giáo|thành viên))|giải quyết|"
    r"bảo đảm|đảm bảo|xây dựng|"
    r"ứng dụng|triển khai|kê khai|cài đặt|biết|tiếp cận|kết nối|ký|không|phải|chấp hành|đủ|công khai|"
    r"tiếp nhận|"
    r"đồng bộ|liên thông|duy trì|ban hành|quán triệt|nâng cao|áp dụng|cập nhật|vận hành|đáp ứng|chưa|"
    r"học tập|làm việc|trên địa bàn|đổi mới|kết nạp|giảm|tăng|trở thành|nộp|gửi|hưởng|cung cấp|"
    r"số hóa)(?![^\W\d_])"
)
# The same thing under the words of different documents; the first that fits.
_PREDICATES = (
    (re.compile(r"không hoàn thành nhiệm vụ"), "không hoàn thành nhiệm vụ"),
    (re.compile(r"hoàn thành xuất sắc nhiệm vụ"), "hoàn thành xuất sắc nhiệm vụ"),
    (re.compile(r"hoàn thành tốt nhiệm vụ"), "hoàn thành tốt nhiệm vụ trở lên"),
    (re.compile(r"hoàn thành nhiệm vụ"), "hoàn thành nhiệm vụ trở lên"),
    (re.compile(r"kết nạp đảng viên|phát triển đảng viên"), "kết nạp đảng viên mới"),
    (re.compile(r"kiểm tra, giám sát"), "được kiểm tra, giám sát"),
)
_SUBJECTS = (
    (re.compile(r"đảng viên mới"), "đảng viên mới"),
    (
        re.compile(r"tổ chức cơ sở đảng|tổ chức đảng|tccsđ|đảng bộ(?! khối)|chi bộ(?! quân sự)"),
        "tổ chức đảng",
    ),
    (re.compile(r"(?:cán bộ, )?công chức|cán bộ, viên chức"), "cán bộ, công chức"),
    (re.compile(r"đảng viên"), "đảng viên"),
    (re.compile(r"cơ quan, đơn vị"), "cơ quan, đơn vị"),
    (re.compile(r"mặt trận tổ quốc"), "mặt trận tổ quốc và các tổ chức chính trị - xã hội"),
)
_RATED = ("nhiệm vụ trở lên", "không hoàn thành nhiệm vụ", "hoàn thành xuất sắc nhiệm vụ", "được kiểm tra, giám sát")
_DEADLINES = (
    (re.compile(r"tổng kết"), "thời hạn tổng kết việc thực hiện"),
    (re.compile(r"sơ kết"), "thời hạn sơ kết việc thực hiện"),
    (re.compile(r"báo cáo"), "thời hạn báo cáo kết quả thực hiện"),
)
_LEADING = re.compile(r"^(?:có|các|những|số|tổng số|toàn bộ|mỗi|trên|tỷ lệ)\s+")
_FILLER = re.compile(r"\b(?:theo quy định|phấn đấu|của từng tổ chức|hằng năm|hàng năm|bình quân|trong nhiệm kỳ)\b")
# What only narrows a subject or a predicate is left out of the name.
_NARROWS_SUBJECT = re.compile(r"\s+(?:của|trong|thuộc|trực thuộc|trên địa bàn|so với)\s.*$")
_NARROWS_PREDICATE = re.compile(r"(?<=\w{3})(?:,\s.*|\s+(?:theo|trong|về|so với|phục vụ)\s.*)$")


def split_predicate(stretch: str) -> tuple[str, str]:
    """Subject and predicate of "cán bộ, công chức xã đạt chuẩn …"; the predicate is "" where no verb is known."""
    for found in _PREDICATE.finditer(stretch):
        if stretch[: found.start()].strip():
            return stretch[: found.start()].strip(" ,"), stretch[found.start() :].strip(" ,")
    return stretch.strip(" ,"), ""


def canonical_names(measure_word: str, subject: str, predicate: str) -> tuple[str, ...]:
    """The indicator's names in one form: one for each of the subjects that a figure is said of."""
    said = _plain(predicate)
    for pattern, name in _PREDICATES:
        if pattern.search(said) or (name.startswith("kết nạp") and pattern.search(_bare(subject))):
            said = name
            break
    if said == "kết nạp đảng viên mới":
        return (f"{measure_word} {said}",)
    if said.endswith(_RATED):
        who = _subject_names(_bare(subject))
    else:
        who, said = (_NARROWS_SUBJECT.sub("", _bare(subject)),), _NARROWS_PREDICATE.sub("", said)
    return tuple(" ".join(f"{measure_word} {name} {said}".split()) for name in who)


def deadline_name(act: str) -> str:
    """The name of what is due: reviews and reports under one name each, else the act itself."""
    said = _bare(act)
    return next(
        (name for pattern, name in _DEADLINES if pattern.search(said)), f"thời hạn {_NARROWS_PREDICATE.sub('', said)}"
    )


def _subject_names(subject: str) -> tuple[str, ...]:
    names = [name for pattern, name in _SUBJECTS if pattern.search(subject)]
    return tuple(dict.fromkeys(names)) or (subject,)


def _plain(stretch: str) -> str:
    """Folded, in one tone-mark convention, without quotation marks and words that say nothing of the indicator."""
    plain = one_tone_place(re.sub(r"[\"“”()]", "", folded(stretch)))
    return " ".join(_FILLER.sub(" ", plain).split()).strip(" ,;:.")


def _bare(stretch: str) -> str:
    bare = _plain(stretch)
    while _LEADING.match(bare):
        bare = _LEADING.sub("", bare)
    return bare

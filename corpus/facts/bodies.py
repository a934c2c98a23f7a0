"""Bodies and posts: reading the subject of a sentence, and one full name for the words used."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.structure.lines import UPPER

# Fields of ministries and departments; several have a comma or "và" inside.
_FIELDS = (
    "Dân tộc và Tôn giáo|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|"
    "Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn|Khoa học và Công nghệ|"
    "Giáo dục và Đào tạo|Thông tin và Truyền thông|Lao động - Thương binh và Xã hội|"
    "Lao động, Thương binh và Xã hội|Kế hoạch và Đầu tư|Giao thông vận tải|"
    "Tài nguyên và Môi trường|Công Thương|Tài chính|Nội vụ|Tư pháp|Y tế|Xây dựng|Ngoại vụ|"
    "Quốc phòng|Ngoại giao|Công an|Du lịch"
)
# What a body's or a post's name begins with. Longer forms stand before the shorter ones they begin with.
_HEADS = (
    r"[Bb]an (?:[Tt]hường vụ|[Cc]hấp hành|[Tt]hường trực|[Cc]hỉ đạo|[Cc]hỉ huy|[Cc]án sự đảng|"
    r"[Cc]ông tác [Mm]ặt trận|[Tt]uyên giáo(?: và [Dd]ân vận)?|[Tt]ổ chức|"
    r"[Dd]ân vận|[Nn]ội chính|[Xx]ây dựng Đảng|[Tt]hanh tra|[Qq]uản lý|[Kk]iểm soát|[Bb]iên tập|"
    r"[Gg]iám đốc|[Đđ]iều hành|[Tt]ổ chức|"
    rf"(?!Hội đồng)[{UPPER}]\w+)",
    r"(?:[ỦUủu][yỷ] [Bb]an|[ỦUủu]y ban) (?:[Nn]hân dân|[Kk]iểm tra|[Mm]ặt trận Tổ quốc|MTTQ|[{U}]\w+)".replace(
        "{U}", UPPER
    ),
    r"(?:UBND|HĐND|UBMTTQ|MTTQ|UBKT|BTV|BCH|BTG|BTC|TCCSĐ|TCCSD|TCCS đảng|LĐLĐ|VPĐU)(?:VN)?",
    r"[Hh]ội đồng (?:nhân dân|[{U}a-zđ]\w*)".replace("{U}", UPPER),
    r"(?:[Tt]ỉnh|[Hh]uyện|[Tt]hành|[Qq]uận|[Tt]hị|[Đđ]ảng) ủy(?: viên)?",
    r"(?:[Cc]ấp ủy|[Cc]hi ủy|[Đđ]ảng ủy)(?: viên| đảng| Đảng)?",
    r"[Tt]ổ chức (?:cơ sở (?:đảng|Đảng)|đảng|Đảng|chính trị - xã hội|trong hệ thống chính trị|hội|"
    r"đoàn thể|thành viên|xã hội)",
    r"[Đđ]oàn thể(?: chính trị - xã hội| nhân dân)?",
    r"[Hh]ội đoàn thể|[Hh]ội quần chúng|[Đđ]ảng đoàn|[Đđ]ảng bộ|[Cc]hi bộ|[Cc]hi hội|[Cc]hi đoàn|"
    r"[Cc]ông đoàn|[Ll]iên đoàn Lao động",
    r"Mặt trận(?: Tổ quốc)?(?: Việt Nam)?|[Mm]ặt trận Tổ quốc",
    rf"(?:Đoàn|Hội|Liên hiệp|Liên minh) [{UPPER}]\w+",
    rf"(?:Sở|Bộ|[Pp]hòng) (?:{_FIELDS})",
    rf"(?:Sở|Bộ|Cục|Chi cục|Tổng cục|Vụ|Viện|Tòa án|Kho bạc|Ngân hàng|Bảo hiểm|Thuế|Hải quan|Đài|Báo|"
    rf"Trường|Công ty|Tập đoàn|Tổng Công ty) [{UPPER}]\w+",
    r"[Ss]ở, (?:ban, )?ngành|[Bb]ộ, (?:ban, )?ngành|[Bb]an, (?:bộ, )?ngành|[Pp]hòng, ban|[Bb]an, phòng|"
    r"[Nn]gành, đoàn thể",
    rf"[Vv]ăn phòng|[Pp]hòng [{UPPER}]\w+|[Tt]rung tâm [{UPPER}]\w+|[Tt]hanh tra (?:[{UPPER}]\w+|tỉnh|"
    rf"huyện|sở|xã)",
    r"Công an|Quân sự|Bộ đội|Viện kiểm sát|Tòa án",
    r"[Vv]ăn phòng [Đđ]ăng ký đất đai|[Cc]hi nhánh [Vv]ăn phòng [Đđ]ăng ký đất đai",
    r"[Cc]ơ quan(?: quản lý nhà nước)?, tổ chức(?:, (?:đơn vị|cá nhân|doanh nghiệp|hộ gia đình))*(?! đảng|"
    r" chính trị)",
    r"[Cc]ơ quan, (?:tổ chức, |ban, ngành, )?đơn vị(?:, (?:địa phương|doanh nghiệp|cá nhân))*|"
    r"[Đđ]ịa phương, (?:ngành, |cơ quan, )*đơn vị",
    r"(?:[Cc]ơ quan|[Bb]an)(?: chuyên trách)? tham mưu, giúp việc",
    r"[Cc]ơ quan(?:,? (?:tham mưu|chuyên trách|chuyên môn|đơn vị|ban, ngành|chức năng|liên quan|"
    r"thường trực|hành chính|báo chí|có liên quan))?",
    r"[Đđ]ơn vị|[Đđ]ịa phương|[Cc]hính quyền(?: địa phương| cơ sở)?|Chính phủ|Quốc hội|"
    r"Thủ tướng(?: Chính phủ)?|Bộ Chính trị|Ban Bí thư",
    r"(?:[Pp]hó )?(?:[Bb]í thư|[Cc]hủ tịch|[Gg]iám đốc|[Tt]hủ trưởng|[Tt]rưởng (?:ban|phòng|thôn|đoàn|xóm|"
    r"ấp|khóm)|[Cc]hánh (?:[Vv]ăn phòng|[Tt]hanh tra)|"
    r"[Cc]ục trưởng|[Hh]iệu trưởng|[Tt]ổng Giám đốc|[Bb]ộ trưởng)",
    r"[Nn]gười đứng đầu|[Ll]ãnh đạo (?:cơ quan|[Ss]ở|[Bb]an)|[Ủủ]y viên Ban (?:Thường vụ|Chấp hành)|Ủy viên|"
    r"[Cc]án bộ lãnh đạo, quản lý|[Cc]huyên viên|[Tt]hường trực|[Đđ]ảng viên là người đứng đầu|"
    r"[Cc]ác (?:xã|phường|thôn|sở)|[Tt]ổ công tác|[Tt]ổ giúp việc",
)
_HEAD = re.compile(
    r"(?P<many>(?:[Cc]ác đồng chí|[Đđ]ồng chí|[Cc]ác|[Mm]ỗi|[Tt]ừng|[Nn]hững|[Tt]oàn thể|"
    r"[Tt]ập thể)\s+)?(?P<head>" + "|".join(_HEADS) + r")(?![^\W\d_])"
)
# Persons may share a duty with bodies; it is the bodies that are recorded.
_PERSON = re.compile(
    r"(?:(?:các|mỗi|toàn thể|từng)\s+)?(?:(?:cán bộ|đảng viên|công chức|viên chức|đoàn viên|hội viên|"
    r"người lao động|cấp trên|"
    r"[Nn]hân dân|người dân)(?:,\s(?=cán bộ|đảng viên|công chức|viên chức|đoàn viên|hội viên)|"
    r"\svà\s(?=đảng viên|viên chức|người))?)+(?![^\W\d_])",
    re.IGNORECASE,
)
_BARE_BOARD = re.compile(
    r"^(?:các )?(?:ban thường vụ|ban chấp hành|thường trực|cán bộ lãnh đạo, quản lý)$",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(
    r"\s(?:các )?(?:tổ chức chính trị|đoàn thể|Đoàn|Hội|Đảng ủy|Huyện ủy|Tỉnh ủy|cấp ủy|cơ quan).*$"
)
_SHARED_HEAD = re.compile(
    r"^(?:[Cc]ác )?(?P<head>[Bb]an [Tt]hường vụ|[Bb]an [Cc]hấp hành|[Tt]hường trực|Đảng đoàn|"
    r"[Bb]an cán sự đảng)\s"
)
_SHARES_HEAD = re.compile(r"^(?:(?:tỉnh|huyện|thành|quận|thị|đảng) ủy|(?:các )?tổ chức chính trị - xã hội)")
# What may follow in a name: capitals, and the small words of names. A verb ends the name.
_NAME_WORDS = (
    r"của (?:Tỉnh|Huyện|Thành|Đảng|Quận|Thị) ủy|của (?:tỉnh|huyện|xã|thành phố|Khối|cơ quan, đơn vị)|"
    r"giúp việc(?: của)?|, giúp việc(?: của)?|tham mưu(?=, giúp việc)|chuyên trách|"
    r"và doanh nghiệp|trực thuộc|(?:có )?liên quan|cấp (?:trên|dưới|xã|huyện|tỉnh|cơ sở)|cùng cấp|các cấp|"
    r"cơ sở|địa phương|trên địa bàn(?: (?:xã|huyện|tỉnh|thành phố))?|"
    r"các (?:tổ chức (?:đảng|cơ sở đảng|chính trị - xã hội)|cơ quan(?: tham mưu, giúp việc)?|xã|phường|"
    r"xã, phường(?:, thị trấn|, đặc khu)?|chi bộ|huyện|sở|đơn vị)|"
    r"tổ chức (?:đảng|cơ sở đảng)|cơ quan, đơn vị(?:, địa phương)?|cơ quan|"
    r"từng (?:địa phương|cơ quan|đơn vị)(?:, (?:ngành|đơn vị|địa phương))*|(?:xã|phường|huyện|tỉnh|"
    r"[Tt]hành phố|thị trấn|thôn|ấp|khóm|đặc khu|quận|khối)(?:(?:, | - | – )(?:xã|phường|thị trấn|khóm|ấp|"
    r"thành phố|đặc khu|đơn vị))*|"
    r"đảng ủy|huyện ủy|thành ủy|tỉnh ủy|cấp ủy|chi bộ|nhân dân|dân|hành|vụ|trị|trực|giáo|vận|phòng|binh|"
    r"chiến|nữ|sản|niên|nông|thôn|môi trường|nghệ|chính|tế|thông|hóa|thể|thao|du lịch|"
    r"sự|an|tra|thanh|thương|khoa|học|nội|tư pháp|pháp|xây dựng(?= [A-ZĐ])|Xây dựng|đầu tư|công thương|"
    r"ngoại|giao|tài|bảo hiểm|nước|kho bạc|ngành|đoàn thể|đơn vị|"
    r"phụ trách [^,;.]{3,40}?(?=,)|- xã hội|chính trị - xã hội|thành viên|trong hệ thống chính trị|"
    r"khu vực|cấp ủy, tổ chức đảng|"
    r"đảng|bộ(?= [A-ZĐ])|ủy|viên|ương|đổi số|[Pp]hục vụ hành chính công|[Kk]iểm soát bệnh tật|"
    r"giáo dục thường xuyên|bồi dưỡng chính trị|hội|thực hiện (?:Chương trình|Đề án|Kế hoạch|Nghị quyết|"
    r"Quy chế)[^,;.]*?(?=\s+(?:của|chủ trì|có trách nhiệm|tham mưu|phối hợp))|của (?=[A-ZĐ])"
)
_TAIL = re.compile(
    rf"\s*(?:\((?!để\b)[^()]{{1,60}}\)|\s(?:(?:{_NAME_WORDS})(?![^\W\d_])|"
    rf"(?!Ủy(?![^\W\d_]))[{UPPER}][\w]*(?:\s*-\s*[{UPPER}]\w*)?|–\s[{UPPER}]\w+|"
    rf"\d+(?:-[{UPPER}]\w+(?:/\w+)?)?|số \S+))"
)
_HEAD_ENUM = re.compile(
    rf",\s(?=[{UPPER}]\w+(?:\s[^\W\d_]+){{0,3}}?\s(?:và)\s[{UPPER}])|\svà\s(?=[{UPPER}](?!(?:ủy|y|ội|ặt|"
    rf"ảng|BND|ĐND)))"
)
_JOINT = re.compile(r"\s*(?:,\s*và|,|;|\s+và|\s+hoặc|\s+cùng với|\s+cùng|\s+với)\s+(?:các\s+)?(?=\S)")
_LEADING_MANY = re.compile(r"^(?:[Cc]ác đồng chí|[Đđ]ồng chí|[Cc]ác|[Mm]ỗi|[Tt]ừng|[Nn]hững|[Tt]oàn thể|[Tt]ập thể)\s+")
_SPELT_OUT = (
    (re.compile(r"\bUBMTTQ(?:VN)?\b"), "Ủy ban Mặt trận Tổ quốc"),
    (re.compile(r"\bMTTQVN\b"), "Mặt trận Tổ quốc Việt Nam"),
    (re.compile(r"\bMTTQ\b"), "Mặt trận Tổ quốc"),
    (re.compile(r"\bUBND\b"), "Ủy ban nhân dân"),
    (re.compile(r"\bHĐND\b"), "Hội đồng nhân dân"),
    (re.compile(r"\bUBKT\b"), "Ủy ban Kiểm tra"),
    (re.compile(r"\bTCCS(?:Đ|D| đảng)(?!\w)"), "tổ chức cơ sở đảng"),
    (re.compile(r"\bBTV\b"), "Ban Thường vụ"),
    (re.compile(r"\bBCH\b"), "Ban Chấp hành"),
    (re.compile(r"\bBTG\b"), "Ban Tuyên giáo"),
    (re.compile(r"\bLĐLĐ\b"), "Liên đoàn Lao động"),
    (re.compile(r"\bTNCS\b"), "Thanh niên Cộng sản"),
    (re.compile(r"^Ban thường"), "Ban Thường"),
    (re.compile(r"\bban thường vụ\b"), "Ban Thường vụ"),
    (re.compile(r"(?<=[Cc]ấp ủy) Đảng\b"), " đảng"),
    (re.compile(r"^Mặt trận(?! Tổ quốc)"), "Mặt trận Tổ quốc"),
)
_LEVEL_TAIL = re.compile(r"\s(xã|huyện|tỉnh|Tỉnh|Khối|cấp huyện|cấp xã|cấp tỉnh|thành phố|trực thuộc)$")
_WITHOUT_LEVEL = re.compile(
    r"^(?:[Cc]ác )?(?:Hội đồng nhân dân|Ủy ban nhân dân|HĐND|UBND|Mặt trận(?: Tổ quốc)?(?: Việt Nam)?|"
    r"Ủy ban (?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam)?|[Cc]hính quyền|"
    r"Ban [Tt]hường trực Ủy ban Mặt trận Tổ quốc Việt Nam|Đảng đoàn Ủy ban Mặt trận Tổ quốc|"
    r"Đảng đoàn các tổ chức chính trị - xã hội|"
    r"(?:[Cc]ác )?tổ chức chính trị - xã hội|[Cc]ấp ủy|Thường trực các tổ chức chính trị - xã hội|"
    r"Ban Chấp hành Đảng bộ)$"
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body in a line: where its words stand, and its full name."""

    start: int
    end: int
    name: str


def read_bodies(line: str, position: int, end: int) -> tuple[tuple[Body, ...], int]:
    """The bodies named one after the other from a position on, and where their list ends; none, and the position."""
    spans: list[tuple[int, int]] = []
    cursor = stop = position
    while cursor < end:
        found = _one_body(line, cursor, end)
        if found is not None:
            spans.append((cursor, found))
        else:
            person = _PERSON.match(line, cursor, end)
            found = person.end() if person else None
        if found is None:
            break
        stop = found
        joint = _JOINT.match(line, stop, end)
        if not joint:
            break
        cursor = joint.end()
    if not spans:
        return (), position
    words = _completed([line[a:b] for a, b in spans])
    named = [
        Body(a, b, full_name(words[number], _level_after(words[number + 1 :]))) for number, (a, b) in enumerate(spans)
    ]
    return tuple(named), stop


def _level_after(words: list[str]) -> str:
    """The level that a later name of the list gives for those before it (
        "Hội đồng nhân dân, Ủy ban nhân dân xã"
    )."""
    return next((found[1] for word in words if (found := _LEVEL_TAIL.search(word))), "")


def _completed(words: list[str]) -> list[str]:
    """Names that share a head or a complement with their neighbours in the list, each in full."""
    done: list[str] = []
    for position, word in enumerate(words):
        if _BARE_BOARD.match(word) and position + 1 < len(words):
            complement = _COMPLEMENT.search(words[position + 1])
            word += complement[0] if complement else ""
        shared = _SHARED_HEAD.match(done[-1]) if done else None
        if shared and _SHARES_HEAD.match(word):
            plural = "các " if word.startswith("tổ chức") else ""
            word = f"{shared['head']} {plural}{word}"
        done.append(word)
    return done


def _one_body(line: str, position: int, end: int) -> int | None:
    head = _HEAD.match(line, position, end)
    if not head:
        return None
    stop = head.end()
    while True:
        nested = _HEAD.match(line, stop + 1, end) if line[stop : stop + 1] == " " else None
        if nested:
            stop = nested.end()
            continue
        tail = _TAIL.match(line, stop, end) or _HEAD_ENUM.match(line, stop, end)
        if not tail or tail.end() == stop:
            return stop
        if tail[0].endswith(" ") and _HEAD.match(line, tail.end(), end):
            return stop
        stop = tail.end()


def full_name(words: str, level: str = "") -> str:
    """The name in one form: spelt out, without "các", capital first, with the level that the list shares."""
    name = _LEADING_MANY.sub("", " ".join(words.split()))
    if level and _WITHOUT_LEVEL.match(name) and (level != "trực thuộc" or name.lower() == "cấp ủy"):
        name = f"{name} {level}"
    for pattern, replacement in _SPELT_OUT:
        name = pattern.sub(replacement, name)
    name = re.sub(r"\s*\([^()]*\)$", "", name).strip(" ,")
    return name[:1].upper() + name[1:]

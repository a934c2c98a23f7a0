"""Why something failed, as the lower packages and the operating system say it, in Vietnamese."""

from __future__ import annotations

import errno
import os

from assistant.messages import Lang, Message
from assistant.messages.translation import translated

_REASONS = (
    # corpus
    Message("mã {id} đã dùng cho tệp {file}", "id {id} is taken by {file}"),
    Message("có tên trong manifest.toml nhưng không có trong thư mục", "named in the manifest, not in the folder"),
    Message("chưa hỗ trợ định dạng {suffix}", "format {suffix} is not supported"),
    Message("tệp trống", "the file is empty"),
    Message(
        "mã băm SHA-256 khác với mã ghi trong manifest.toml (tệp đã bị sửa)",
        "its SHA-256 is not the one in the manifest",
    ),
    Message("không mở được", "cannot be opened"),
    Message("không phải văn bản mã UTF-8 (byte thứ {byte})", "not UTF-8 text (byte {byte})"),
    Message("{file} đã có trong thư mục", "{file} is already in the folder"),
    Message("không có tệp này", "no such file"),
    # assistant
    Message("đó chính là tệp câu hỏi", "it is the file of questions"),
    # index
    Message("không đọc được tệp véc-tơ", "the vectors cannot be read"),
    Message("không đọc được manifest.json", "the manifest cannot be read"),
    Message("thiếu tệp", "the file is missing"),
    Message("tệp đã bị thay đổi", "the file was changed"),
    Message("dạng {found}, chương trình này đọc dạng {wanted}", "format {found}, this program reads {wanted}"),
    Message(
        "số đoạn, số véc-tơ và số mục từ khác nhau: {counts}",
        "passages, vectors and word statistics differ in number: {counts}",
    ),
    Message("số câu và số véc-tơ của câu khác nhau", "sentences and their vectors differ in number"),
    Message("số chiều của véc-tơ khác với mô hình", "the vectors have another dimension than the encoder"),
    Message("đoạn {place} không đúng nguyên văn", "{place} is not the passage's text"),
    # model
    Message("không đọc được", "cannot be read"),
    Message("không phải tệp đi kèm chương trình", "is not the file that was shipped"),
    Message("không cho biết độ dài véc-tơ", "does not say how long its vectors are"),
    Message("bị hỏng", "damaged"),
    Message("không phải thư mục, cũng chưa được tải về", "neither a folder nor downloaded"),
    Message("nó không cho mỗi cặp văn bản một điểm", "it does not give a pair of texts one score"),
    # the operating system
    Message("không có tệp hoặc thư mục này", os.strerror(errno.ENOENT)),
    Message("không có quyền", os.strerror(errno.EACCES)),
    Message("không được phép", os.strerror(errno.EPERM)),
    Message("đây là thư mục, không phải tệp", os.strerror(errno.EISDIR)),
    Message("đây là tệp, không phải thư mục", os.strerror(errno.ENOTDIR)),
    Message("đã có tệp ở đó", os.strerror(errno.EEXIST)),
    Message("ổ đĩa đã đầy", os.strerror(errno.ENOSPC)),
    Message("ổ đĩa chỉ cho đọc", os.strerror(errno.EROFS)),
    Message("tên quá dài", os.strerror(errno.ENAMETOOLONG)),
    Message("cổng đã có chương trình khác dùng", os.strerror(errno.EADDRINUSE)),
    Message("máy này không có địa chỉ đó", os.strerror(errno.EADDRNOTAVAIL)),
    Message("không có máy nào tên như vậy", "Name or service not known"),
)


def reason_text(reason: str, lang: Lang) -> str:
    """A reason in the user's language; one that is not known keeps its own words."""
    return translated(reason, _REASONS, lang)

"""Words that a rewording may add: they join and introduce, and state nothing by themselves. All are folded.

No word here denies, compares, counts, limits in time, names a body or tells what is done.
"""

from __future__ import annotations

from corpus.folding import folded

_LINKS = (
    "là thì mà và cùng của cho ở tại trong địa bàn theo về với để nhằm do nên như bằng gồm "
    "này đó kia ấy đây các những có được phải cần đã sẽ đang cũng đều"
)
_FRAMES = (
    "văn bản tài liệu nguyên văn trích dẫn nội dung mục chỉ tiêu mục tiêu nhiệm vụ quy định nêu ghi xác định "
    "đặt ra đề ra đạt mức tỷ lệ cụ thể như vậy nghị quyết kế hoạch kết luận chương trình việc"
)
GLUE = frozenset(folded(f"{_LINKS} {_FRAMES}").split())

FRAME_VERBS = frozenset(folded("nêu quy đặt đề xác ghi").split())
"""First syllables of what a document does: it may follow the name of the body that issued it."""

INTRODUCE = frozenset(folded("theo của tại ở").split())
"""Words before the name of a place or document that a sentence is taken from."""

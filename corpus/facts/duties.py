"""Duties: which body or post has to do what, with whom, and to whom it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.facts.bodies import Body, read_bodies
from corpus.facts.predicates import ACT_HEAD, PREDICATE, STRONG, report_to, roles_of, whens_of, with_whom
from corpus.facts.reading import Reading, read_pieces, readings, sentence_bounds
from corpus.facts.records import Duty
from corpus.records import BlockKind, Document

_PAST_HEADING = re.compile(r"(?i:tình hình|kết quả|thực trạng|khái quát|hạn chế|nguyên nhân|ưu điểm|quan điểm)")
_ORGANISATION = re.compile(
    r"^(?:\S+[.)-]+\s*)?(?i:tổ chức (?:thực hiện|triển khai|thi hành)|phân công (?:nhiệm vụ|thực hiện|"
    r"trách nhiệm|tổ chức)|trách nhiệm|"
    r"điều khoản thi hành|hiệu lực thi hành)"
)
_PAST = re.compile(r"^\s*(?:đã|được|chưa|còn|có trụ sở|vẫn|đang)(?![^\W\d_])")
_ASSIGN = re.compile(r"(?:Giao(?: cho)?|Yêu cầu|Đề nghị|Phân công)\s+(?:cho\s+)?")
_LINK = re.compile(
    r"^(?:(?:Đồng thời|Qua đó|Theo đó|Bên cạnh đó|Trong đó|Riêng|Cùng với đó|Ngoài ra|Hằng năm|Hàng năm|"
    r"Hằng tháng|Hàng tháng|Hàng quý|Hằng quý|"
    r"Định kỳ(?: \([^()]*\))?(?: (?:hằng|hàng) \w+)?|Thường xuyên|Kịp thời|Đến năm \d{4}|Trước mắt)\s*,?\s*)+"
)
_OPENING = re.compile(
    r"^(?:Căn cứ|Trên cơ sở|Thông qua|Để|Trong|Khi|Theo|Đối với|Nhằm|Từ|Tại|Đến|Chậm nhất|Trước ngày|"
    r"Sau khi|Định kỳ|Hằng|Hàng|Quý|Với|Thực hiện)\b"
)
_SUBJECT_BREAK = re.compile(r"[;,]\s+")
_ENACTS = re.compile(r"\s*ban hành (?:Nghị quyết|Quyết định|Nghị định|Thông tư|Quy định|Quy chế|Chỉ thị)(?![^\W\d_])")
_NO_ONE = re.compile(r"(?:[Cc]ơ quan(?!,)|[Đđ]ơn vị$|[Đđ]ịa phương$)")
_LABEL = re.compile(r"[^,;.:]{0,50}:|[^;.]{0,60}:\s*là\b")
_LABELLED = re.compile(
    r"(?:Cơ quan|Cách thức|Thời hạn|Đối tượng|Kết quả|Phí|Trình tự|Thành phần|Số lượng|Tên|Yêu cầu)\b"
)
_LINK_CHARS = 200  # linking words at the head of a sentence are few
_FEWEST_WORDS = 3  # a predicate in fewer words was cut off by the line
_CONDITION = re.compile(r"\s*(?:theo|căn cứ|trên cơ sở|tùy)(?![^\W\d_])")
_TARGET_VERB = re.compile(r"^\s*(?:đạt|được|có(?! trách nhiệm| kế hoạch| biện pháp| nhiệm vụ))(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class _Task:
    """A stretch of a line that lays something on bodies; `body_end` is where their names end."""

    start: int
    end: int
    bodies: tuple[Body, ...]
    predicate: int
    inferred: bool


def extract(document: Document) -> tuple[Duty, ...]:
    """The duties of a document in reading order, one for each pair of body and sentence.

    Under "Tổ chức thực hiện" a sentence without a subject has the subject that opens its item, or that its
    heading names; `inferred` says so.
    """
    found: list[Duty] = []
    owner: tuple[Body, ...] = ()
    owner_section = -1
    leads_in = False  # the last subject's sentence ends in a colon: what follows is its list
    heading_owner = _heading_owners(document)
    for reading in readings(document):
        path = document.structure.path(reading.section)
        if reading.section != owner_section:
            owner, owner_section = heading_owner.get(reading.section, ()), reading.section
            leads_in = False
        if any(_PAST_HEADING.search(title) for title in path) or _is_preamble(reading, path):
            continue
        organising = any(_ORGANISATION.search(title) for title in path) or bool(heading_owner.get(reading.section))
        for start, end in sentence_bounds(reading.line.text):
            tasks = list(_tasks(reading.line.text, start, end, owner if organising or leads_in else ()))
            for task in tasks:
                found += _duties(document, reading, task, path)
            named = [task for task in tasks if not task.inferred]
            if named:
                owner = named[-1].bodies
                leads_in = reading.line.text.endswith(":")
    return tuple(found)


def _is_preamble(reading: Reading, path: tuple[str, ...]) -> bool:
    line = reading.line.text
    return not path and (line.startswith(("Căn cứ", "Xét", "Theo đề nghị")) or line.endswith("sau:"))


def _heading_owners(document: Document) -> dict[int, tuple[Body, ...]]:
    """Sections whose heading is nothing but the name of bodies ("2. Sở Y tế:")."""
    owners: dict[int, tuple[Body, ...]] = {}
    for section in document.structure.sections:
        inherited = owners.get(section.parent if section.parent is not None else -1, ())
        owners[section.position] = inherited
    for block in document.structure.blocks:
        if block.kind is BlockKind.HEADING:
            line = read_pieces(document.text, block.pieces, block.marker).text.strip(" :.")
            bodies, stop = read_bodies(line, _offset(_ASSIGN, line), len(line))
            if bodies and not line[stop:].strip(" :.,"):
                owners[block.section] = bodies
    return {section: bodies for section, bodies in owners.items() if bodies}


def _offset(pattern: re.Pattern[str], line: str, start: int = 0) -> int:
    found = pattern.match(line, start)
    return found.end() if found else start


def _tasks(line: str, start: int, end: int, owner: tuple[Body, ...]) -> Iterator[_Task]:
    """The tasks of a sentence: one for its subject, further ones where a new subject is named."""
    cuts = [found.end() for found in _SUBJECT_BREAK.finditer(line, start, end)]
    openings = [start, *cuts]
    tasks: list[_Task] = []
    for number, opening in enumerate(openings):
        task = _task(line, opening, end, first=number == 0)
        if task is not None and not (tasks and task.start < tasks[-1].predicate):
            if tasks:
                previous = tasks[-1]
                tasks[-1] = _Task(
                    previous.start, _shorten(line, task.start), previous.bodies, previous.predicate, False
                )
            tasks.append(task)
    if not tasks and owner:
        begin = _content_start(line, start)
        if PREDICATE.match(line[begin:end].lower()) or _LINK.match(line[start:end]):
            tasks.append(_Task(start, end, owner, begin, True))
    yield from tasks


def _shorten(line: str, end: int) -> int:
    return len(line[:end].rstrip(" ,;"))


def _content_start(line: str, start: int) -> int:
    link = _LINK.match(line[start : start + _LINK_CHARS])
    return start + (link.end() if link else 0)


def _task(line: str, start: int, end: int, first: bool) -> _Task | None:
    """The task that begins at a position, when bodies and a predicate stand there."""
    for position, strong in _starts(line, start, end, first):
        assigned = _ASSIGN.match(line, position, end)
        at = assigned.end() if assigned else position
        bodies, stop = read_bodies(line, at, end)
        if not bodies:
            continue
        rest = line[stop:end]
        if _PAST.match(rest) or (_TARGET_VERB.match(rest) and not assigned):
            continue
        if _names_no_one(line, bodies) and not assigned and not STRONG.match(line, stop, end):
            continue
        if position > start and first:
            bodies = _without_genitive(line, position, bodies)
            if _CONDITION.match(rest):
                continue
        if not assigned and (
            _ENACTS.match(rest) or len(rest.split()) < _FEWEST_WORDS or (_LABEL.match(rest) and not STRONG.match(rest))
        ):
            continue
        pattern = STRONG if strong else PREDICATE
        if assigned or pattern.match(line, stop, end):
            return _Task(start if first else position, end, bodies, stop, False)
    return None


def _names_no_one(line: str, bodies: tuple[Body, ...]) -> bool:
    """One "cơ quan …" or "đơn vị" without "các" is a label or the rest of a list, not a subject."""
    return all(_NO_ONE.match(line, body.start, body.end) for body in bodies)


def _without_genitive(line: str, position: int, bodies: tuple[Body, ...]) -> tuple[Body, ...]:
    """Drop a first name that goes on with "… của từng cơ quan," in the opening phrase."""
    written = line[bodies[0].start : bodies[0].end]
    opening = line[max(0, position - 40) : position]
    goes_on = re.search(r"của [^,;]{2,36},\s+$", opening) and written[:1].islower() and not written.startswith("các ")
    return bodies[1:] if goes_on and len(bodies) > 1 else bodies


def _starts(line: str, start: int, end: int, first: bool) -> Iterator[tuple[int, bool]]:
    """Where a subject may stand: at the head, after a linking word, after the comma that ends an opening phrase."""
    head = start + len(line[start:end]) - len(line[start:end].lstrip('"“ '))
    after_best = re.match(r"nhất là\s+", line[head:end])
    head += after_best.end() if after_best else 0
    yield head, not first and not line[max(0, start - 2) : start].startswith(";")
    linked = _content_start(line, head)
    if linked > head:
        yield linked, False
    if first and _OPENING.match(line[head:end]):
        for comma in list(re.finditer(r",\s+", line[head:end]))[:8]:
            if ACT_HEAD.match(line, head + comma.end(), end):
                break
            yield head + comma.end(), False
    colon = re.match(r"[^,;:]{3,80}:\s+", line[head:end])
    if first and colon and not _LABELLED.match(line, head):
        yield head + colon.end(), False


def _duties(document: Document, reading: Reading, task: _Task, path: tuple[str, ...]) -> Iterator[Duty]:
    line = reading.line.text
    span = reading.line.span(task.start, max(task.end, task.start + 1))
    # The words of the task alone: a document may come as one line, and each task must cost its own length only.
    words, predicate = line[task.start : task.end], task.predicate - task.start
    roles = roles_of(words, predicate, len(words))
    whens = whens_of(words, 0, len(words))
    for body in task.bodies:
        written = body.name if task.inferred else reading.words(document.text, body.start, body.end)
        yield Duty(
            doc_id=document.id,
            start=span.start,
            end=span.end,
            quote=span.of(document.text),
            section=path,
            body=body.name,
            body_as_written=written,
            role=roles[0],
            roles=roles,
            task=line[task.predicate : task.end].strip(" ,.;:"),
            with_whom=with_whom(words, predicate, len(words)),
            report_to=report_to(words, predicate, len(words)),
            when="; ".join(whens) or None,
            inferred=("body",) if task.inferred else (),
        )

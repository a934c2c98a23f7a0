"""`nghiquyet index`: build, inspect and verify; and opening an index for the commands that ask it."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from assistant.commands.corpus import report_faults
from assistant.messages import Lang
from assistant.messages import commands as say
from assistant.settings import Settings
from corpus.library import list_folder
from index import store
from index.build import Report, bring_up_to_date, is_current
from index.encoder import Encoder, EncoderSpec
from index.errors import IndexDamaged, IndexMismatch, IndexMissing


def build(settings: Settings, encoder: Encoder, lang: Lang, err: TextIO) -> Report:
    """Build the index or bring it up to date, with a progress bar on `err`."""
    with _bar(err) as bar:
        task = bar.add_task(say.BUILDING.text(lang), total=None, visible=False)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=True)

        report = bring_up_to_date(settings.corpus, settings.index, encoder, advance)
    report_faults(report.faults, lang, err)
    return report


def _bar(err: TextIO) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(file=err))


def describe(settings: Settings, report: Report, lang: Lang) -> str:
    """What a build did, in one line."""
    message = say.BUILT if report.rebuilt else say.UP_TO_DATE
    return message.text(
        lang,
        documents=report.documents,
        passages=report.passages,
        encoded=report.encoded,
        folder=settings.index,
    )


def opened(settings: Settings, encoder: Encoder, lang: Lang, err: TextIO) -> store.Index:
    """The index of the corpus, built first when it is missing or older than the documents.

    Raises IndexDamaged and IndexMismatch rather than throw away what somebody may want to look at.
    """
    listing = list_folder(settings.corpus)
    try:
        _, manifest = store.read_manifest(settings.index)
    except IndexMissing:
        manifest = None
    if manifest is not None and manifest.encoder != encoder.spec:
        raise IndexMismatch(settings.index, _named(manifest.encoder), _named(encoder.spec))
    if manifest is not None and is_current(settings.index, listing, encoder.spec):
        return store.open_index(settings.index)
    build(settings, encoder, lang, err)
    return store.open_index(settings.index)


def status(settings: Settings, encoder: Encoder, lang: Lang, out: TextIO) -> None:
    """Say what an index holds and whether it is up to date. Raises IndexMissing, IndexDamaged."""
    _, manifest = store.read_manifest(settings.index)
    current = is_current(settings.index, list_folder(settings.corpus), encoder.spec)
    state = (say.STATE_CURRENT if current else say.STATE_STALE).text(lang)
    head = say.STATUS_HEAD.text(
        lang,
        folder=settings.index,
        encoder=manifest.encoder.name,
        dimension=manifest.encoder.dimension,
        documents=len(manifest.documents),
        passages=sum(document.passages for document in manifest.documents),
        state=state,
    )
    print(head, file=out)
    for document in manifest.documents:
        print(f"  {document.id:<24}{document.passages:>6}  {document.digest[:12]}", file=out)


def verify(settings: Settings, lang: Lang, out: TextIO) -> None:
    """Prove an index sound. Raises IndexMissing, IndexDamaged with the first fault."""
    index = store.open_index(settings.index)
    faults = store.verify(index)
    if faults:
        raise IndexDamaged(settings.index, faults[0])
    print(say.SOUND.text(lang, files=len(index.manifest.files), passages=len(index.contents.passages)), file=out)


def _named(encoder: EncoderSpec) -> str:
    """Name and digest: another release of a model has the same name and other vectors."""
    return f"{encoder.name} ({encoder.digest[:8]})"

"""Every error that a user can meet, in one or two lines that say what happened and what to do next."""

from __future__ import annotations

from assistant import errors as assistant_errors
from assistant.messages import Lang
from assistant.messages import commands as say
from assistant.messages.reasons import reason_text
from corpus import errors as corpus_errors
from index import errors as index_errors

# An OSError is one that no package explained better: a disk that fills up, a folder that may not be read.
UserError = (corpus_errors.CorpusError, index_errors.IndexingError, assistant_errors.AssistantError, OSError)
"""The roots of the errors that `explain` knows."""


def explain(error: Exception, lang: Lang) -> str:
    """The sentence for an error; an error it does not know keeps its own words."""
    match error:
        case corpus_errors.CorpusError():
            return _corpus(error, lang)
        case index_errors.IndexingError():
            return _index(error, lang)
        case assistant_errors.PortInUse(port=port):
            return say.PORT_IN_USE.text(lang, port=port, other=port + 1)
        case assistant_errors.AddressUnusable(host=host, port=port, reason=reason):
            return say.ADDRESS_UNUSABLE.text(lang, host=host, port=port, reason=reason_text(reason, lang))
        case assistant_errors.ToolsUnavailable():
            return say.TOOLS_UNAVAILABLE.text(lang)
        case assistant_errors.BatchUnreadable(path=path, reason=reason):
            return say.BATCH_UNREADABLE.text(lang, path=path, reason=reason_text(reason, lang))
        case assistant_errors.OutputNotWritable(path=path, reason=reason):
            return say.OUTPUT_NOT_WRITABLE.text(lang, path=path, reason=reason_text(reason, lang))
        case assistant_errors.CorpusNotWritable(path=path, reason=reason):
            return say.CORPUS_NOT_WRITABLE.text(lang, path=path, reason=reason_text(reason, lang))
        case assistant_errors.QuestionUnusable(message=message):
            return message.text(lang)
        case OSError():
            reason = reason_text(error.strerror or str(error), lang)
            return say.SYSTEM_FAILED.text(lang, path=error.filename or "", reason=reason)
    return str(error)


def _corpus(error: corpus_errors.CorpusError, lang: Lang) -> str:
    match error:
        case corpus_errors.CorpusNotFound(folder=folder):
            return say.CORPUS_NOT_FOUND.text(lang, folder=folder)
        case corpus_errors.CorpusEmpty(folder=folder, faults=faults):
            named = "; ".join(f"{fault.path.name}: {reason_text(fault.reason, lang)}" for fault in faults)
            return say.CORPUS_EMPTY.text(lang, folder=folder, faults=f" ({named})" if named else "")
        case corpus_errors.ManifestBroken(path=path, reason=reason):
            return say.MANIFEST_BROKEN.text(lang, path=path, reason=reason_text(reason, lang))
        case corpus_errors.DocumentUnreadable(path=path, reason=reason):
            return say.DOCUMENT_UNREADABLE.text(lang, path=path, reason=reason_text(reason, lang))
        case corpus_errors.DocumentUnknown(doc_id=doc_id, known=known):
            return say.DOCUMENT_UNKNOWN.text(lang, doc_id=doc_id, known=", ".join(known))
    return str(error)


def _index(error: index_errors.IndexingError, lang: Lang) -> str:
    match error:
        case index_errors.IndexMissing(folder=folder):
            return say.INDEX_MISSING.text(lang, folder=folder)
        case index_errors.IndexDamaged(path=path, reason=reason):
            return say.INDEX_DAMAGED.text(lang, path=path, reason=reason_text(reason, lang))
        case index_errors.IndexMismatch(folder=folder, made_by=made_by, wanted=wanted):
            return say.INDEX_MISMATCH.text(lang, folder=folder, made_by=made_by, wanted=wanted)
        case index_errors.IndexNotWritable(folder=folder, reason=reason):
            return say.INDEX_NOT_WRITABLE.text(lang, folder=folder, reason=reason_text(reason, lang))
        case index_errors.ModelNotFound(name=name):
            return say.MODEL_NOT_FOUND.text(lang, name=name)
        case index_errors.ModelDamaged(path=path, reason=reason):
            return say.MODEL_DAMAGED.text(lang, path=path, reason=reason_text(reason, lang))
        case index_errors.RerankerUnusable(name=name, reason=reason):
            return say.RERANKER_UNUSABLE.text(lang, name=name, reason=reason_text(reason, lang))
    return str(error)

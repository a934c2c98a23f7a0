"""The closed sets of measuring: what is asked, how, what is measured, and what goes wrong."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """What a question asks for."""

    TARGET = "target"
    DUTY = "duty"
    SOURCE = "source"
    CONTENT = "content"
    CROSS = "cross"
    FOLLOWUP = "followup"
    UNANSWERABLE = "unanswerable"


class Style(StrEnum):
    """How a question is typed."""

    FORMAL = "formal"
    CASUAL = "casual"
    NO_DIACRITICS = "no_diacritics"
    ABBREV = "abbrev"
    TYPO = "typo"
    OLD_TONE = "old_tone"


class Measure(StrEnum):
    """What is measured of one answer; every value is between 0 and 1, and higher is better but for UNPROVEN."""

    RIGHT = "right"
    ANSWER_KEYS = "answer_keys"
    KEY_RECALL = "key_recall"
    FIGURES = "figures"
    UNPROVEN = "unproven"
    CITATION_RECALL = "citation_recall"
    CITATION_PRECISION = "citation_precision"
    RECALL_1 = "recall@1"
    RECALL_5 = "recall@5"
    RECALL_10 = "recall@10"
    SUCCESS_1 = "success@1"
    SUCCESS_5 = "success@5"
    SUCCESS_10 = "success@10"
    PRECISION_1 = "precision@1"
    PRECISION_5 = "precision@5"
    PRECISION_10 = "precision@10"
    MRR = "mrr"
    NDCG_10 = "ndcg@10"


class Failure(StrEnum):
    """Why an answer is not right: the first stage on the way to an answer that went wrong."""

    UNPROVEN = "unproven"
    NOT_REFUSED = "not_refused"
    REFUSED = "refused"
    NOT_RETRIEVED = "not_retrieved"
    RANKED_LOW = "ranked_low"
    WRONG_SPAN = "wrong_span"
    WRONG_FACT = "wrong_fact"
    INCOMPLETE = "incomplete"


class Grouping(StrEnum):
    """What questions are grouped by."""

    CATEGORY = "category"
    STYLE = "style"
    DOCUMENT = "document"

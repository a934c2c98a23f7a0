"""What issue 8 asks of the whole page: conversations, downloads, documents, facts, feedback, keyboard, access."""

from __future__ import annotations

import re
import sqlite3
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Download, Locator, Page, expect

from tests.browser.test_asking import RATE, ask

pytestmark = pytest.mark.browser

COMPARISON = "So sánh chỉ tiêu kết nạp đảng viên mới của Tuy Phước và Nghĩa Hưng"


def downloaded(page: Page, button: Locator) -> bytes:
    """Press a button and take the file that it gives."""
    with page.expect_download() as download:
        button.click()
    value: Download = download.value
    return Path(value.path()).read_bytes()


def open_tab(page: Page, name: str) -> None:
    """Go to a tab."""
    page.get_by_role("tab", name=name, exact=True).click()


def test_without_diacritics_the_question_is_shown_as_understood_and_can_be_taken_literally(page: Page) -> None:
    ask(page, "chi tieu ket nap dang vien moi cua nghia hung la bao nhieu")
    expect(page.locator(".said")).to_contain_text("3%")
    expect(page.locator(".understood q")).to_contain_text("kết nạp đảng viên mới")
    page.get_by_role("button", name="Tìm đúng như tôi gõ").click()
    expect(page.locator(".understood")).to_contain_text("Đã tìm đúng như đồng chí gõ")
    expect(page.locator(".turn")).to_have_count(1)


def test_a_follow_up_is_understood_from_the_question_before(page: Page) -> None:
    ask(page, RATE)
    ask(page, "còn Tuy Phước thì sao?")
    second = page.locator(".turn").nth(1)
    expect(second.locator(".understood q")).to_contain_text("kết nạp đảng viên mới")
    expect(second.locator(".said")).to_contain_text("4%")


def test_a_suggested_question_is_answered_when_pressed(page: Page) -> None:
    ask(page, RATE)
    suggested = page.locator("#offered button").first
    question = suggested.inner_text()
    suggested.click()
    expect(page.locator(".turn").nth(1).locator(".asked")).to_contain_text(question)
    expect(page.locator(".turn").nth(1).locator(".cite").first).to_be_visible()


def test_what_the_documents_do_not_say_comes_with_the_nearest_passages(page: Page) -> None:
    ask(page, "giá vàng hôm nay bao nhiêu một lượng?")
    expect(page.locator(".badge.missing")).to_be_visible()
    expect(page.locator(".nearest li")).to_have_count(3)
    page.get_by_role("button", name="Xem đoạn này").nth(1).click()
    expect(page.locator("#source mark[data-current]").first).to_be_in_viewport()


def test_a_comparison_is_a_table_and_the_sources_can_be_stepped_through(page: Page) -> None:
    ask(page, COMPARISON)
    expect(page.locator(".said table tbody tr")).to_have_count(2)
    expect(page.locator("#source h2").first).to_contain_text("Tuy Phước")
    page.get_by_role("button", name="Nguồn [2] ›").click()
    expect(page.locator("#source h2").first).to_contain_text("Nghĩa Hưng")
    expect(page.locator("#source mark[data-current]").first).to_be_in_viewport()


def test_the_word_file_holds_questions_answers_and_numbered_sources(page: Page) -> None:
    ask(page, RATE)
    ask(page, COMPARISON)
    whole = docx.Document(BytesIO(downloaded(page, page.get_by_role("button", name="Tải cả cuộc (Word)"))))
    text = "\n".join(paragraph.text for paragraph in whole.paragraphs)
    assert RATE in text
    assert COMPARISON in text
    assert re.search(r"\[1\] Nghị quyết .* xã Nghĩa Hưng", text)
    assert len(whole.tables) == 1
    one = docx.Document(BytesIO(downloaded(page, page.locator(".turn").first.locator("[data-docx]"))))
    assert COMPARISON not in "\n".join(paragraph.text for paragraph in one.paragraphs)


def test_conversations_are_kept_opened_and_deleted(page: Page) -> None:
    ask(page, RATE)
    page.get_by_role("button", name="Cuộc mới").click()
    expect(page.locator(".greeting")).to_be_visible()
    ask(page, COMPARISON)
    page.reload()
    expect(page.locator(".turn .asked")).to_contain_text(COMPARISON)
    page.locator("#toolbar select").select_option(label=RATE[:60].rstrip() + "…")
    expect(page.locator(".turn .asked")).to_contain_text(RATE)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Xóa cuộc này").click()
    expect(page.locator(".greeting")).to_be_visible()
    expect(page.locator("#toolbar option")).to_have_count(2)


def test_two_visitors_do_not_meet(page: Page, browser_of_another: Page) -> None:
    ask(page, RATE)
    browser_of_another.reload()
    expect(browser_of_another.locator(".greeting")).to_be_visible()


def test_an_opinion_is_stored_with_its_reason(page: Page, built_home: Path) -> None:
    ask(page, RATE)
    page.get_by_role("button", name="Chưa đúng").click()
    page.locator(".reason").fill("thiếu thời hạn")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Đã ghi nhận góp ý")).to_be_visible()
    with sqlite3.connect(built_home / "feedback.sqlite") as database:
        stored = database.execute("SELECT verdict, reason, query FROM opinion").fetchall()
    assert [(verdict, reason) for verdict, reason, query in stored if RATE in query] == [("bad", "thiếu thời hạn")]


def test_a_document_is_searched_without_diacritics(page: Page) -> None:
    open_tab(page, "Văn bản")
    page.get_by_role("button", name="Nghị quyết – xã Nghĩa Hưng").click()
    expect(page.locator("#reading h2").first).to_contain_text("Nghĩa Hưng")
    page.get_by_label("Tìm trong văn bản này").fill("dang vien moi")
    page.keyboard.press("Enter")
    mark = page.locator("#reading mark[data-current]")
    expect(mark).to_have_text(re.compile("đảng viên mới", re.IGNORECASE))
    expect(mark).to_be_in_viewport()


def test_a_link_leads_to_its_section(page: Page, address: str) -> None:
    open_tab(page, "Văn bản")
    page.get_by_role("button", name="Nghị quyết – xã Hà Tam").click()
    expect(page.locator("#reading h2").first).to_contain_text("Hà Tam")
    entry = page.locator("#reading .outline li").nth(3)
    section = entry.locator("a").inner_text()
    entry.get_by_role("button").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{address}/?doc=nq-ha-tam&at=")
    page.goto(link)
    mark = page.locator("#reading mark[data-current]").first
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text(section.split(" ", 1)[1][:20])


def test_a_link_to_nowhere_opens_the_page_as_usual(page: Page, address: str) -> None:
    page.goto(f"{address}/?doc=khong-co&at=<script>")
    expect(page.locator(".greeting")).to_be_visible()


def test_facts_are_filtered_sorted_opened_and_downloaded(page: Page) -> None:
    open_tab(page, "Chỉ tiêu · Nhiệm vụ · Nguồn")
    table = page.locator("[data-table=targets]")
    page.get_by_label("Lọc theo chữ").fill("ket nap dang vien")
    shown = table.locator("tbody tr:visible")
    expect(shown).to_have_count(2)
    table.get_by_role("button", name="Mức").click()
    values = shown.locator("td:nth-child(2)").all_inner_texts()
    assert values == sorted(values)
    book = openpyxl.load_workbook(BytesIO(downloaded(page, page.get_by_role("button", name="Tải bảng Excel"))))
    assert book.active is not None
    assert book.active.max_row > 2
    shown.first.locator("a").click()
    expect(page.locator("#reading mark[data-current]").first).to_be_in_viewport()


def test_targets_stand_side_by_side(page: Page) -> None:
    open_tab(page, "Chỉ tiêu · Nhiệm vụ · Nguồn")
    page.get_by_role("button", name="So sánh chỉ tiêu").click()
    row = page.locator("[data-table=compared] tr", has_text="kết nạp đảng viên mới")
    expect(row).to_contain_text("3%")
    expect(row).to_contain_text("4%")


def test_with_the_keyboard_alone_a_source_is_reached_and_left(page: Page) -> None:
    page.keyboard.press("Tab")
    for _ in range(40):
        if page.evaluate("document.activeElement.matches('.example')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    cite = page.locator(".said .cite").first
    expect(cite).to_be_visible()
    for _ in range(40):
        if page.evaluate("document.activeElement.matches('.said .cite')"):
            break
        page.keyboard.press("Shift+Tab" if page.evaluate("document.activeElement.id === 'send'") else "Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    expect(page.locator("#source .paper")).to_be_focused()
    expect(page.locator("#source mark[data-current]").first).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_finding_of_axe_on_any_tab(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.reload()
    expect(page.locator(".greeting")).to_be_visible()
    found = serious(page)
    ask(page, COMPARISON)
    page.get_by_role("button", name="Chọn văn bản để tìm").click()
    found += serious(page)
    for name in ("Văn bản", "Chỉ tiêu · Nhiệm vụ · Nguồn", "Đánh giá"):
        open_tab(page, name)
        found += serious(page)
    assert found == []


def serious(page: Page) -> list[str]:
    """What axe-core finds serious or critical."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html']}" for each in violations if each["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("context", [(390, 844), (1920, 1080)], indirect=True)
def test_nothing_is_wider_than_the_screen(page: Page, context: BrowserContext) -> None:
    del context
    ask(page, COMPARISON)
    for name in ("Hỏi đáp", "Văn bản", "Chỉ tiêu · Nhiệm vụ · Nguồn", "Đánh giá"):
        open_tab(page, name)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name


def test_probable_misreadings_are_marked_with_the_likely_words(page: Page) -> None:
    open_tab(page, "Văn bản")
    page.get_by_role("button", name="Kế hoạch – huyện Tuy Phước").click()
    doubt = page.locator("#reading .doubt", has_text="Phần đầu").first
    expect(doubt).to_have_attribute("title", re.compile("Phấn đấu"))
    expect(page.locator("#reading .page-break").first).to_be_attached()


def test_a_question_set_is_measured_and_reported(page: Page, tmp_path: Path) -> None:
    open_tab(page, "Đánh giá")
    file = tmp_path / "set.jsonl"
    file.write_text(
        '{"id": "q1", "category": "unanswerable", "style": "formal", "question": "Giá vàng hôm nay bao nhiêu?"}\n',
        encoding="utf-8",
    )
    page.locator("#tab-evaluation input[type=file]").first.set_input_files(file)
    expect(page.locator("#tab-evaluation")).to_contain_text("set")
    page.get_by_role("button", name="Chạy đánh giá").click()
    report = page.frame_locator("iframe.report")
    expect(report.locator("h1")).to_be_visible(timeout=20_000)
    expect(page.get_by_role("button", name="Tải báo cáo (Excel)")).to_be_visible()


def test_a_faulty_question_set_is_explained(page: Page, tmp_path: Path) -> None:
    open_tab(page, "Đánh giá")
    file = tmp_path / "bad.jsonl"
    file.write_text('{"id": "q1", "category": "target", "style": "formal", "question": "?"}\n', encoding="utf-8")
    page.locator("#tab-evaluation input[type=file]").first.set_input_files(file)
    expect(page.locator("#tab-evaluation")).to_contain_text("bad")
    page.get_by_role("button", name="Chạy đánh giá").click()
    expect(page.get_by_role("alert")).to_contain_text("bad.jsonl")

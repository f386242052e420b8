"""Questions dragged into another order: with a mouse, a finger on a phone, and the keyboard; stored each time."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Visits
from tests.e2e.test_every_page import faults, settle

Enter = Callable[..., Page]
NAME = "Choisissez une question, puis déplacez-la"


def at_work(page: Page) -> Locator:
    """The list of the trame at work."""
    page.goto("/trame")
    page.get_by_text("Réorganiser", exact=True).click()
    group = page.get_by_role("radiogroup", name=NAME)
    expect(group.get_by_role("radio").first).to_be_visible()
    settle(page)
    return group


def words(page: Page) -> list[str]:
    """The questions in the order of the list."""
    return page.get_by_role("radiogroup", name=NAME).locator(".words").all_inner_texts()


def stored(page: Page) -> list[str]:
    """The questions as somebody who opens the page reads them."""
    page.goto("/trame")
    expect(page.locator(".cf-trame > li .cf-q").first).to_be_visible()
    return [text.strip() for text in page.locator(".cf-trame > li .cf-q").all_inner_texts()]


def middle(row: Locator) -> tuple[float, float]:
    box = row.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def moved(order: list[str], start: int, end: int) -> list[str]:
    after = list(order)
    after.insert(end, after.pop(start))
    return after


def test_mouse_drags_and_drops_aside(enter: Enter, visits: Visits) -> None:
    page = enter("facilitator")
    rows = at_work(page).get_by_role("radio")
    before = words(page)
    assert faults(page) == []
    x, y = middle(rows.nth(3))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 10, steps=3)
    page.mouse.move(x, middle(rows.nth(1))[1] - 8, steps=8)
    page.mouse.up()
    expect(page.get_by_text("est maintenant à la place 2 sur")).to_be_attached()
    assert words(page) == moved(before, 3, 1)
    expect(rows.nth(1)).to_have_attribute("aria-checked", "true")
    other = enter("facilitator")
    assert stored(other) == moved(before, 3, 1)
    # The buttons act on what was dragged.
    page.get_by_role("button", name="Monter").click()
    expect(page.get_by_text("est maintenant à la place 1 sur")).to_be_attached()
    assert words(page) == moved(before, 3, 0)
    last = len(before) - 1
    rows.nth(last).scroll_into_view_if_needed()
    x, y = middle(rows.nth(last))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 12, steps=3)
    zone = page.get_by_text("Déposez ici pour mettre de côté")
    expect(zone).to_be_visible()
    page.mouse.move(*middle(zone), steps=8)
    page.mouse.up()
    expect(page.get_by_text("est mise de côté.")).to_be_attached()
    assert stored(other) == moved(before, 3, 0)[:-1]
    # It is dragged back among the others, to its place.
    back = page.get_by_role("list", name="Questions mises de côté").get_by_role("listitem").last
    back.scroll_into_view_if_needed()
    assert faults(page) == []
    x, y = middle(back)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 12, steps=3)
    page.mouse.move(x, middle(rows.nth(last - 1))[1] - 8, steps=8)
    page.mouse.up()
    expect(page.get_by_text(f"revient à la place {last} sur {last + 1}")).to_be_attached()
    expect(rows).to_have_count(len(before))
    assert stored(other) == moved(moved(before, 3, 0), last, last - 1)
    assert visits.problems == []


def test_keyboard_brings_back_what_was_set_aside(enter: Enter, visits: Visits) -> None:
    page = enter("facilitator")
    rows = at_work(page).get_by_role("radio")
    before = words(page)
    page.get_by_role("button", name="Mettre de côté").click()
    back = page.get_by_role("list", name="Questions mises de côté").get_by_role("listitem").last
    expect(back).to_contain_text(before[0])
    back.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"revient à la place {len(before)} sur {len(before)}")).to_be_attached()
    expect(rows.last).to_be_focused()
    assert stored(enter("facilitator")) == moved(before, 0, len(before) - 1)
    assert visits.problems == []


def test_finger_drags_by_the_handle_on_a_phone(enter: Enter, visits: Visits) -> None:
    page = enter("facilitator", width=360)
    rows = at_work(page).get_by_role("radio")
    before = words(page)
    assert faults(page) == []
    rows.nth(2).scroll_into_view_if_needed()
    box = rows.nth(2).locator(".grip").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    x, y = middle(rows.nth(2).locator(".grip"))
    end = middle(rows.nth(0))[1] - 6
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, *points: tuple[float, float]) -> None:
        told = [{"x": left, "y": top, "id": 1} for left, top in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    finger("touchStart", (x, y))
    for step in range(1, 11):
        finger("touchMove", (x, y + (end - y) * step / 10))
    finger("touchEnd")
    expect(page.get_by_text("est maintenant à la place 1 sur")).to_be_attached()
    assert words(page) == moved(before, 2, 0)
    assert stored(enter("facilitator")) == moved(before, 2, 0)
    assert visits.problems == []


def test_keyboard_chooses_and_moves_without_losing_its_place(enter: Enter, visits: Visits) -> None:
    page = enter("facilitator")
    rows = at_work(page).get_by_role("radio")
    before = words(page)
    rows.nth(0).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(rows.nth(2)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_text("est maintenant à la place 6 sur")).to_be_attached()
    expect(rows.nth(5)).to_be_focused()
    assert words(page) == moved(before, 2, 5)
    assert stored(enter("facilitator")) == moved(before, 2, 5)
    assert visits.problems == []

import { beforeEach, expect, test, vi } from "vitest";
import { OrderList, type Act, type OrderData } from "../src/order/list";

const said: Act[][] = [];
let list: OrderList;

function data(ids: string, chosen: string, heard: number): OrderData {
  const lines = [...ids].map((id) => ({ id, text: `Question ${id}`, note: "" }));
  return { lines, chosen, heard, label: "Liste", hint: "", aside: "" };
}
const rows = () => [...document.querySelectorAll<HTMLElement>("[role=radio]")];
const order = () => rows().map((row) => row.dataset.id).join("");
const press = (row: HTMLElement, key: string, altKey = false) =>
  row.dispatchEvent(new KeyboardEvent("keydown", { key, altKey, bubbles: true, cancelable: true }));

beforeEach(() => {
  vi.useFakeTimers();
  document.body.replaceChildren();
  said.length = 0;
  list = new OrderList(document.body);
  list.send = (acts) => said.push(acts);
  list.refresh(data("abcd", "a", 7));
});

test("one radio button is chosen and can be reached", () => {
  expect(rows().map((row) => [row.getAttribute("aria-checked"), row.tabIndex])).toEqual([
    ["true", 0], ["false", -1], ["false", -1], ["false", -1],
  ]);
});

test("moves show at once, are numbered after what was heard, and are said again until they are heard", () => {
  press(rows()[0], "ArrowDown", true);
  press(rows()[1], "ArrowDown", true);
  expect(order()).toBe("bcad");
  expect(said.at(-1)).toEqual([{ n: 8, kind: "move", id: "a", place: 2 }, { n: 9, kind: "move", id: "a", place: 3 }]);
  list.refresh(data("bacd", "a", 8)); // an answer that does not know the second move yet
  expect(order()).toBe("bcad");
  vi.advanceTimersByTime(3000);
  expect(said.at(-1)).toEqual([{ n: 9, kind: "move", id: "a", place: 3 }]);
  list.refresh(data("abcd", "a", 9)); // refused: the list says what is stored
  expect(order()).toBe("abcd");
  const times = said.length;
  vi.advanceTimersByTime(10_000);
  expect(said.length).toBe(times);
});

test("arrows held down choose once, and nothing goes beyond the ends", () => {
  rows()[0].focus();
  press(rows()[0], "ArrowUp");
  press(rows()[0], "ArrowDown");
  press(rows()[1], "ArrowDown");
  expect(document.activeElement).toBe(rows()[2]);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(400);
  expect(said).toEqual([[{ n: 8, kind: "choose", id: "c" }]]);
  list.refresh(data("abcd", "c", 8));
  press(rows()[3], "ArrowDown", true);
  expect(order()).toBe("abcd");
});

test("words are text, never markup", () => {
  list.refresh({ ...data("a", "a", 7), lines: [{ id: "a", text: "<img src=x onerror=alert(1)>", note: "<b>n</b>" }] });
  expect(document.querySelector("img, b")).toBeNull();
});

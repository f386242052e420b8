import { beforeEach, expect, test, vi } from "vitest";
import { OrderList, type Act, type OrderData } from "../src/order/list";

const said: Act[][] = [];
let list: OrderList;

const asLines = (ids: string) => [...ids].map((id) => ({ id, text: `Question ${id}`, note: "" }));
function data(ids: string, chosen: string, heard: number, away = ""): OrderData {
  return { lines: asLines(ids), away: asLines(away), chosen, heard, label: "Liste", hint: "", aside: "", awayLabel: "De côté", awayHint: "" };
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

const away = () => [...document.querySelectorAll<HTMLElement>(".away [data-id]")];

test("a line set aside comes back by the keyboard, last, with the focus, and the same keys move it on", () => {
  list.refresh(data("abc", "a", 7, "xy"));
  expect(away().map((row) => [row.getAttribute("role"), row.tabIndex])).toEqual([["listitem", 0], ["listitem", 0]]);
  press(away()[0], "ArrowDown");
  expect(document.activeElement).toBe(away()[1]);
  press(away()[1], "Enter");
  expect(order()).toBe("abcy");
  expect(document.activeElement).toBe(rows()[3]);
  expect(away().map((row) => row.dataset.id)).toEqual(["x"]);
  press(rows()[3], "ArrowUp", true);
  expect(order()).toBe("abyc");
  expect(said.at(-1)).toEqual([{ n: 8, kind: "back", id: "y", place: 4 }, { n: 9, kind: "move", id: "y", place: 3 }]);
  list.refresh(data("abyc", "y", 9, "x"));
  press(away()[0], "ArrowUp", true);
  expect(order()).toBe("abycx");
  expect(document.querySelector<HTMLElement>(".away")!.hidden).toBe(true);
  list.refresh(data("abyc", "y", 10, "x")); // refused: it is aside, as it is stored
  expect(order()).toBe("abyc");
  expect(away().map((row) => row.dataset.id)).toEqual(["x"]);
});

test("a line set aside is dragged back among the others, and stays aside when it is dropped where it was", () => {
  list.refresh(data("abc", "a", 7, "x"));
  const group = document.querySelector<HTMLElement>(".lines")!;
  const box = (element: HTMLElement, top: number, height: number) => {
    element.getBoundingClientRect = () => ({ top, height, bottom: top + height } as DOMRect);
    Object.defineProperty(element, "offsetHeight", { value: height, configurable: true });
    element.setPointerCapture = () => undefined;
  };
  box(group, 0, 150);
  rows().forEach((row, index) => box(row, index * 50, 50));
  box(away()[0], 250, 50);
  const drag = (to: number) => {
    const row = away()[0];
    const fire = (type: string, clientY: number) => {
      const event = new MouseEvent(type, { bubbles: true, cancelable: true, clientY, button: 0 });
      Object.assign(event, { pointerId: 1, pointerType: "mouse" });
      row.dispatchEvent(event);
    };
    fire("pointerdown", 275);
    fire("pointermove", 260);
    fire("pointermove", to);
    fire("pointerup", to);
  };
  drag(240);
  expect(said).toEqual([]);
  drag(60);
  expect(order()).toBe("axbc");
  expect(said.at(-1)).toEqual([{ n: 8, kind: "back", id: "x", place: 2 }]);
});

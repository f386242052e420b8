import type { Translate } from "../messages";
import { h } from "./dom";
import { icon } from "./icons";

const LONG_ENOUGH = 15_000;

/** A passing message about what was just done (a paste cut short, pictures left out). */
export function makeNotice(t: Translate) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const words = h("p", {});
  const close = () => {
    clearTimeout(timer);
    element.hidden = true;
    words.textContent = "";
  };
  const element = h("div", { class: "chemise-notice", role: "alert", hidden: true }, icon("alert"), words,
    h("button", { type: "button", class: "chemise-button", onclick: () => close() }, t("noticeClose")));
  const show = (text: string) => {
    element.hidden = false;
    words.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(close, LONG_ENOUGH);
  };
  return { element, show, destroy: () => clearTimeout(timer) };
}

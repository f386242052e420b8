import type { Awareness } from "y-protocols/awareness";
import type { Person } from "../data";
import type { Translate } from "../messages";
import { inkOn, safeColor } from "./color";
import { h } from "./dom";

const SHOWN = 6;

/** Who is here, once each whatever the number of tabs, oneself first. */
export function present(awareness: Awareness, me: Person): Person[] {
  const people = new Map<string, Person>([[me.person_id, me]]);
  for (const state of awareness.getStates().values()) {
    const user = state.user as Partial<Person> | undefined;
    if (!user?.name) continue;
    const id = String(user.person_id ?? user.name);
    if (!people.has(id)) people.set(id, { person_id: id, name: String(user.name), color: safeColor(user.color) });
  }
  const [first, ...others] = people.values();
  return [first, ...others.sort((one, two) => one.name.localeCompare(two.name))];
}

export function initials(name: string): string {
  // What follows a comma or stands between brackets is a function or a structure, not a name.
  const words = name.split(/[,(]/)[0].split(/[\s.-]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...word][0].toUpperCase()).join("") || "?";
}

export function makePeople(awareness: Awareness, me: Person, t: Translate) {
  const element = h("div", { class: "chemise-people" });
  let drawn = "";
  const refresh = () => {
    const people = present(awareness, me);
    const key = JSON.stringify(people);
    if (key === drawn) return;
    drawn = key;
    const named = people.map((one) => (one.person_id === me.person_id ? t("peopleMe", { name: one.name }) : one.name));
    const more = people.length - SHOWN;
    element.replaceChildren(
      h("ul", { "aria-label": t("people") }, ...named.map((name) => h("li", { class: "chemise-hidden" }, name))),
      ...people.slice(0, SHOWN).map((one, index) => h("span", {
        class: "chemise-avatar", "aria-hidden": "true", title: named[index],
        style: `background:${safeColor(one.color)};color:${inkOn(one.color)}`,
      }, initials(one.name))));
    if (more > 0) {
      element.append(h("span", {
        class: "chemise-avatar chemise-more", "aria-hidden": "true", title: named.slice(SHOWN).join(", "),
      }, `+${more}`));
    }
  };
  awareness.on("change", refresh);
  refresh();
  return { element, destroy: () => awareness.off("change", refresh) };
}

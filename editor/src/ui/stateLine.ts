import type { LiveSession } from "../live/session";
import type { StateName } from "../live/status";
import type { MessageKey, Translate } from "../messages";
import { h } from "./dom";
import { icon, type IconName } from "./icons";

const FLICKER = 400;
const FIRST_CONNECTION = 3000;
const ICONS: Record<StateName, IconName> = {
  saved: "check", sending: "clock", offline: "cloudOff", readonly: "lock", refused: "alert",
};
const WORDS: Record<StateName, MessageKey> = {
  saved: "stateSaved", sending: "stateSending", offline: "stateOffline", readonly: "stateReadonly",
  refused: "stateRefused",
};

interface Actions { copy: () => void; reload: () => void }

/** The line that says whether the words are safe, and the banner when they are not on their way. */
export function makeStateLine(root: HTMLElement, session: LiveSession, t: Translate, actions: Actions) {
  const seen = h("span", { class: "chemise-state-seen", "aria-hidden": "true" });
  const heard = h("span", { class: "chemise-hidden" });
  const line = h("div", { class: "chemise-state", role: "status", "aria-live": "polite" }, seen, heard);
  const banner = h("div", { class: "chemise-banner", hidden: true });
  const born = Date.now();
  let since = Date.now();
  let last: StateName | "" = "";
  let drawn = "";
  let announced = "";
  let shownBanner = "";
  const opening = () => !session.ready && !session.stop && Date.now() - born < FIRST_CONNECTION;

  const draw = (state: StateName) => {
    const bare = state === "saved" && session.copy.failed;
    const word = opening() ? t("stateOpening") : t(bare ? "stateSavedNoCopy" : WORDS[state]);
    const key = `${state}${word}`;
    if (key === drawn) return;
    drawn = key;
    line.dataset.kind = opening() ? "sending" : state;
    seen.replaceChildren(icon(opening() ? "clock" : ICONS[state]), document.createTextNode(word));
    // Not chatty: sending is not told, only what changes for the person.
    if (state !== "sending" && !opening() && word !== announced) {
      announced = word;
      heard.textContent = state === "offline" ? bannerText(session, t) : word;
    }
  };

  const refresh = () => {
    const state = session.state;
    root.dataset.state = state;
    if (session.provider.synced) root.dataset.synced = "true";
    if (state !== last) since = Date.now();
    last = state;
    if (state !== "sending" || drawn === "" || Date.now() - since >= FLICKER) draw(state);
    const text = opening() || state === "saved" ? "" : bannerText(session, t);
    if (text === shownBanner) return;
    shownBanner = text;
    banner.hidden = !text;
    banner.dataset.kind = state;
    banner.replaceChildren(...bannerParts(text, session, t, actions));
  };
  return { line, banner, refresh };
}

function bannerParts(text: string, session: LiveSession, t: Translate, actions: Actions): Node[] {
  if (!text) return [];
  const parts: Node[] = [icon(session.state === "offline" ? "cloudOff" : "alert"), h("p", {}, text)];
  if (session.refusal) {
    parts.push(
      h("button", { type: "button", class: "chemise-button", onclick: actions.copy }, t("bannerCopy")),
      h("button", { type: "button", class: "chemise-button", onclick: actions.reload }, t("bannerReload")));
  }
  return parts;
}

function bannerText(session: LiveSession, t: Translate): string {
  if (session.stop) {
    return t({ no_right: "stopNoRight", unknown_text: "stopUnknown", signed_out: "stopSignedOut" }[session.stop] as MessageKey);
  }
  if (session.refusal) {
    const keys: Partial<Record<string, MessageKey>> = {
      locked: "refusedLocked", read_only: "refusedReadOnly", too_large: "refusedTooLarge",
    };
    return t(keys[session.refusal] ?? "refusedUnreadable");
  }
  if (session.reason === "store_unavailable") return t("storeUnavailable");
  if (session.state === "offline") {
    if (!session.canWrite) return t("offlineReader");
    return session.copy.available ? t("offlineKept") : t("offlineNotKept");
  }
  if (session.state === "readonly" && session.reason === "locked") return t("locked");
  return "";
}

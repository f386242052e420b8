import type { ComponentArgs } from "../data";
import { clearDeviceCopies } from "../live/store";

interface BridgeData {
  act: "open_session" | "close_session" | "language" | "copy" | "none";
  nonce?: string;
  ticket?: string;
  path?: string;
  then?: string;
  lang?: string;
  text?: string;
  label?: string;
  copied?: string;
}
type Args = ComponentArgs<BridgeData>;

const done = new Set<string>();
const WORDS = { copy: "Copier", copied: "Copié" };

/** Only a path of this site: a page must not be able to send a person elsewhere after signing in. */
export function localPath(path: unknown): string {
  return typeof path === "string" && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : "/";
}

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(localPath(path), {
    method: "POST", credentials: "same-origin",
    headers: { "Content-Type": "application/json", "X-Chemise": "1" },
    body: JSON.stringify(body),
  });
}

async function openSession({ data, setTriggerValue }: Args): Promise<void> {
  try {
    const response = await post(data.path ?? "/session/open", { ticket: data.ticket });
    if (response.ok) return location.replace(localPath(data.then));
    const answer = (await response.json().catch(() => ({}))) as { message?: string };
    setTriggerValue("failed", answer.message || String(response.status));
  } catch {
    setTriggerValue("failed", "network");
  }
}

async function closeSession({ data, setTriggerValue }: Args): Promise<void> {
  try {
    await clearDeviceCopies();
    const response = await post(data.path ?? "/session/close", {});
    if (response.ok) return location.replace(localPath(data.then));
    setTriggerValue("failed", String(response.status));
  } catch {
    setTriggerValue("failed", "network");
  }
}

function copyButton({ data, parentElement }: Args): void {
  const old = parentElement.querySelector("button.chemise-copy");
  const button = document.createElement("button");
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  button.type = "button";
  button.className = "chemise-copy";
  button.textContent = data.label || WORDS.copy;
  button.style.cssText = "min-height:2.5rem;padding:.3rem .9rem;border:1px solid var(--st-border-color,#ccc);"
    + "border-radius:var(--st-button-radius,.5rem);background:var(--st-background-color,#fff);"
    + "color:var(--st-text-color,#222);font:inherit;cursor:pointer;margin-right:.6rem";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(data.text ?? "").then(() => {
      told.textContent = data.copied || WORDS.copied;
    }, () => undefined);
  });
  old?.parentElement?.remove();
  const holder = document.createElement("div");
  holder.append(button, told);
  parentElement.append(holder);
}

export default function bridge(args: Args): void {
  const { data } = args;
  if (!data || data.act === "none") return;
  if (data.act === "copy") return copyButton(args);
  if (data.act === "language") {
    if (data.lang) document.documentElement.lang = data.lang;
    return;
  }
  // Streamlit runs a page again for many reasons: each act happens once.
  const once = `${data.act}:${data.nonce ?? JSON.stringify(data)}`;
  if (done.has(once)) return;
  done.add(once);
  if (data.act === "open_session") void openSession(args);
  if (data.act === "close_session") void closeSession(args);
}

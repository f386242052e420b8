// What the browser asks of `/comments/<text>` (workspace/comments/routes.py).
import type { Place } from "./reading";

export interface CommentLine {
  comment_id: string; person_id: string | null; name: string; body: string; at: string;
  is_edited: boolean; is_deleted: boolean; may_edit: boolean; may_delete: boolean;
}
export interface Thread {
  thread_id: string; place: Place | null; standing: string; resolved_at: string | null; resolved_by: string;
  awaits_me: boolean; comments: CommentLine[];
}
export interface MarginData {
  threads: Thread[]; people: { person_id: string; name: string }[]; may_comment: boolean; may_decide: boolean;
}
export interface Ruling { suggestion_id: string; outcome: "accepted" | "rejected"; by: string; is_mine: boolean }
export type Answer<T> = { ok: true; value: T } | { ok: false; message: string; code: string };

export async function readMargin(path: string): Promise<MarginData | null> {
  try {
    const response = await fetch(path, { credentials: "same-origin" });
    return response.ok ? ((await response.json()) as MarginData) : null;
  } catch {
    return null;
  }
}

export async function act<T = unknown>(path: string, asked: Record<string, unknown>, unreachable: string): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: "POST", credentials: "same-origin", headers: { "X-Chemise": "1", "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    });
    const said = await response.json().catch(() => ({}));
    if (response.ok) return { ok: true, value: said as T };
    return { ok: false, message: String(said.message ?? unreachable), code: String(said.code ?? "") };
  } catch {
    return { ok: false, message: unreachable, code: "" };
  }
}

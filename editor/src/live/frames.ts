// The bytes on the wire: y-websocket's framing and the four messages the server adds to it.
import * as decoding from "lib0/decoding";

export const SYNC = 0;
export const QUERY_AWARENESS = 3;
export const ACK = 100;
export const REFUSAL = 101;
export const STATE = 102;
export const COMMENTS = 103;

export type RefusalCode = "read_only" | "locked" | "too_large" | "unreadable" | "store_unavailable" | "rate";
export type WriteReason = null | "locked" | "read_only" | "store_unavailable";

export type ServerMessage =
  | { kind: "ack"; count: number }
  | { kind: "refusal"; code: RefusalCode; count: number }
  | { kind: "state"; canWrite: boolean; reason: WriteReason }
  | { kind: "comments" };

const STEP_1 = 0;
const STEP_2 = 1;

/** The update carried by an outgoing frame, and whether it is the first exchange's answer; null for other frames. */
export function carriedUpdate(frame: Uint8Array): { update: Uint8Array; isAnswer: boolean } | null {
  try {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== SYNC) return null;
    const step = decoding.readVarUint(decoder);
    return step === STEP_1 ? null : { update: decoding.readVarUint8Array(decoder), isAnswer: step === STEP_2 };
  } catch {
    return null;
  }
}

/** True for the update that says nothing: no structure and no deletion. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/** One of our own messages, or null when the frame belongs to y-websocket. */
export function readServerMessage(frame: Uint8Array): ServerMessage | null {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === ACK) return { kind: "ack", count: decoding.readVarUint(decoder) };
  if (type === REFUSAL) {
    const { code, count } = JSON.parse(decoding.readVarString(decoder));
    return { kind: "refusal", code, count: Number(count) || 0 };
  }
  if (type === STATE) {
    const { can_write: canWrite, reason } = JSON.parse(decoding.readVarString(decoder));
    return { kind: "state", canWrite: canWrite === true, reason: reason ?? null };
  }
  return type === COMMENTS ? { kind: "comments" } : null;
}

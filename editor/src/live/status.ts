import type { RefusalCode, WriteReason } from "./frames";

export type StateName = "saved" | "sending" | "offline" | "readonly" | "refused";
export type Stop = null | "no_right" | "unknown_text" | "signed_out";

/** Everything the state line is decided from. */
export interface Facts {
  connected: boolean;
  synced: boolean;
  /** The first exchange of this connection has gone out, so the counts mean something. */
  exchanged: boolean;
  settled: boolean;
  canWrite: boolean;
  reason: WriteReason;
  refusal: RefusalCode | null;
  stop: Stop;
}

/** Pure: what the person is told. `saved` only when the server has said that everything is committed. */
export function stateOf(facts: Facts): StateName {
  if (facts.stop || facts.refusal) return "refused";
  if (!facts.connected || !facts.synced) return "offline";
  if (!facts.canWrite && (facts.settled || !facts.exchanged)) return "readonly";
  if (!facts.canWrite) return facts.reason === "store_unavailable" ? "sending" : "readonly";
  return facts.exchanged && facts.settled ? "saved" : "sending";
}

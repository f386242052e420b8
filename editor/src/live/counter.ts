import { carriedUpdate, isEmptyUpdate } from "./frames";

/** The largest update we try to send: the server cuts at one megabyte, framing included. */
export const LARGEST_UPDATE = 900_000;

/**
 * Counts what one connection sent and what the server says it has committed. A new connection starts a new count:
 * whatever was not acknowledged goes again inside its first exchange.
 */
export class FrameCounter {
  sent = 0;
  acked = 0;
  /** The server has been given what it lacked when the connection opened; before that the counts say little. */
  exchanged = false;
  private refused = false;
  /** Number of the last frame that carried anything: an empty one need not be waited for. */
  private lastMeaningful = 0;

  /** Returns false when the frame is too large to be sent. */
  sending(frame: Uint8Array): boolean {
    const carried = carriedUpdate(frame);
    if (!carried) return true;
    if (carried.update.length > LARGEST_UPDATE) return false;
    this.sent += 1;
    this.exchanged ||= carried.isAnswer;
    if (!isEmptyUpdate(carried.update)) this.lastMeaningful = this.sent;
    return true;
  }

  acknowledge(count: number): void {
    this.acked = Math.max(this.acked, Math.min(count, this.sent));
  }

  /** A refused frame is acknowledged too, as dealt with; its words are safe only after a new exchange. */
  refuse(): void {
    this.refused = true;
  }

  get settled(): boolean {
    return !this.refused && this.acked >= this.lastMeaningful;
  }
}

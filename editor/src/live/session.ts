import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";
import type { EditorData } from "../data";
import type { FrameCounter } from "./counter";
import { QUERY_AWARENESS, type RefusalCode, type ServerMessage, type WriteReason } from "./frames";
import { countingSocket } from "./socket";
import { stateOf, type StateName, type Stop } from "./status";
import { DeviceCopy } from "./store";
import { fetchTicket } from "./ticket";

const PING_AFTER = 1800;
const SILENCE = 4000;
const HIDDEN_FACTOR = 5;
const RENEWAL_PAUSE = 10_000;
const TIDY_AFTER = 3000;
const PERMANENT = new Set([4401, 4403, 4404, 4413, 4429]);

/** One shared text: its document, its connection, its copy on this device, and the state they are in. */
export class LiveSession {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly copy: DeviceCopy;
  /** True once there is a text to show, from the server or from this device. */
  ready = false;
  canWrite: boolean;
  reason: WriteReason = null;
  refusal: RefusalCode | null = null;
  stop: Stop = null;
  /** Called when the server says that the comments beside this text changed. */
  commentsChanged: () => void = () => {};
  /** Called before anything that the server says is applied. */
  readonly beforeOthers = new Set<() => void>();
  private counter: FrameCounter | null = null;
  private typed = false;
  private silent = false;
  private openedOnce = false;
  private lastHeard = Date.now();
  private lastPing = 0;
  private lastRenewal = 0;
  private lastTyped = 0;
  private tidy = true;
  private retries = new Set<ReturnType<typeof setTimeout>>();
  private readonly pulse: ReturnType<typeof setInterval>;
  private destroyed = false;

  constructor(private data: EditorData, private readonly changed: () => void) {
    this.canWrite = data.can_write;
    this.copy = new DeviceCopy(data.me.person_id, data.text_id, this.doc, () => this.notify());
    this.provider = this.connect();
    this.doc.on("update", this.onUpdate);
    void this.copy.loaded.then((hadText) => {
      if (hadText) this.ready = true;
      this.notify();
    });
    this.pulse = setInterval(() => this.beat(), 500);
    window.addEventListener("offline", this.onOffline);
    window.addEventListener("online", this.onOnline);
    window.addEventListener("beforeunload", this.onLeave);
  }

  get state(): StateName {
    return stateOf({
      connected: this.provider.wsconnected && this.provider.ws?.readyState === WebSocket.OPEN && !this.silent,
      synced: this.provider.synced,
      exchanged: this.counter?.exchanged ?? false,
      settled: this.settled,
      canWrite: this.canWrite,
      reason: this.reason,
      refusal: this.refusal,
      stop: this.stop,
    });
  }

  get editable(): boolean {
    return this.ready && this.canWrite && !this.refusal && !this.stop;
  }

  private get settled(): boolean {
    return this.counter?.settled ?? false;
  }

  /** New values from a Streamlit rerun: the connection stays. */
  refresh(data: EditorData): void {
    const token = data.token !== this.data.token;
    const right = data.can_write !== this.data.can_write;
    this.data = data;
    if (right) this.canWrite = data.can_write;
    if (token) {
      this.provider.params = { token: data.token };
      if (this.stop === "signed_out" || this.stop === "no_right") this.resume();
    }
    this.notify();
  }

  private connect(): WebsocketProvider {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const provider = new WebsocketProvider(
      `${scheme}//${location.host}${this.data.socket_path}`, this.data.text_id, this.doc,
      {
        params: { token: this.data.token },
        WebSocketPolyfill: countingSocket({
          opened: (counter) => this.onOpened(counter),
          tooLarge: () => this.refuse("too_large"),
          heard: (message, counter) => this.onHeard(message, counter),
          sent: () => this.notify(),
        }),
        disableBc: true,
        maxBackoffTime: 2000,
        shouldReconnect: (event) => !PERMANENT.has(event.code),
      },
    );
    provider.on("status", () => this.notify());
    provider.on("sync", (synced) => {
      if (synced) this.ready = true;
      this.notify();
    });
    provider.on("connection-close", (event) => this.onClosed(event));
    provider.on("closed", ({ code }) => void this.onPermanent(code));
    return provider;
  }

  private readonly onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider || origin === this.copy.origin) return;
    this.typed = true;
    this.tidy = false;
    this.lastTyped = Date.now();
    this.copy.markUnsent();
    this.notify();
  };

  private onOpened(counter: FrameCounter): void {
    this.counter = counter;
    this.openedOnce = true;
    this.silent = false;
    this.lastHeard = Date.now();
  }

  private onHeard(message: ServerMessage | null, counter: FrameCounter): void {
    this.beforeOthers.forEach((read) => read());
    // A replaced connection may still speak: what it says is about an older count.
    if (counter !== this.counter) return;
    this.lastHeard = Date.now();
    this.silent = false;
    if (message?.kind === "refusal") this.onRefusal(message.code);
    if (message?.kind === "comments") this.commentsChanged();
    if (message?.kind === "state") this.onRight(message.canWrite, message.reason);
    if (counter.settled && counter.exchanged && this.provider.synced) this.onSettled();
    this.notify();
  }

  private onSettled(): void {
    if (!this.refusal) {
      this.typed = false;
      this.copy.settle();
    }
  }

  private onRefusal(code: RefusalCode): void {
    if (code === "rate" || code === "store_unavailable") {
      // Nothing is lost: the first exchange of a new connection carries everything again.
      this.counter?.refuse();
      this.later(() => this.resync(), code === "rate" ? 2000 : 5000);
      if (code === "store_unavailable") this.reason = code;
      return;
    }
    const mine = this.typed || this.copy.holdsUnsent;
    // A reader's first exchange may be refused although it says nothing new.
    if (!mine && (code === "read_only" || code === "locked")) {
      this.onRight(false, code);
      return;
    }
    this.refuse(code);
  }

  private refuse(code: RefusalCode): void {
    this.refusal = code;
    this.notify();
  }

  private onRight(canWrite: boolean, reason: WriteReason): void {
    const back = canWrite && !this.canWrite;
    this.canWrite = canWrite;
    this.reason = canWrite ? null : reason;
    if (!canWrite) return;
    const wasRight = this.refusal === "locked" || this.refusal === "read_only";
    if (wasRight) this.refusal = null;
    if (wasRight || (back && !this.settled)) this.later(() => this.resync(), 50);
  }

  private onClosed(event: CloseEvent | null): void {
    const opened = this.openedOnce;
    this.openedOnce = false;
    // A server that refuses before accepting gives no code of its own: the token may be what it refuses.
    const due = Date.now() - this.lastRenewal > RENEWAL_PAUSE;
    if (event && event.code === 1006 && !opened && navigator.onLine && due) void this.renew(false);
    this.notify();
  }

  private async onPermanent(code: number): Promise<void> {
    if (code === 4401) return this.renew(true);
    if (code === 4429) return this.later(() => this.provider.connect(), 5000);
    if (code === 4413) return this.refuse("too_large");
    this.stop = code === 4404 ? "unknown_text" : "no_right";
    this.notify();
  }

  private async renew(reconnect: boolean): Promise<void> {
    this.lastRenewal = Date.now();
    const answer = await fetchTicket(this.data.ticket_path);
    if (this.destroyed) return;
    if (answer.kind === "ticket") {
      this.canWrite = answer.canWrite;
      this.provider.params = { token: answer.token };
      if (reconnect) this.provider.connect();
    } else if (answer.kind === "refused") {
      this.stop = answer.stop;
      this.provider.shouldConnect = false;
    } else if (reconnect) {
      this.later(() => void this.renew(true), 2000);
    }
    this.notify();
  }

  private resume(): void {
    this.stop = null;
    this.provider.connect();
  }

  /** A new connection: its first exchange compares both sides and sends what is missing. */
  resync(): void {
    if (this.destroyed || this.stop) return;
    this.provider.disconnect();
    this.provider.connect();
  }

  private readonly onOffline = (): void => {
    this.silent = true;
    this.notify();
  };

  private readonly onOnline = (): void => this.resync();

  /** The server says nothing when nothing happens, so silence is broken by a one-byte question. */
  private beat(): void {
    const now = Date.now();
    this.notify();
    if (!this.tidy && this.state === "saved" && now - this.lastTyped > TIDY_AFTER) {
      this.tidy = true;
      this.copy.compact();
    }
    if (!this.provider.wsconnected) return;
    const slack = document.hidden ? HIDDEN_FACTOR : 1;
    const quiet = now - this.lastHeard;
    if (quiet > PING_AFTER * slack && now - this.lastPing > PING_AFTER * slack) {
      this.lastPing = now;
      this.provider.ws?.send(new Uint8Array([QUERY_AWARENESS]));
    }
    if (quiet > SILENCE * slack && !this.silent) {
      this.silent = true;
      this.later(() => this.silent && this.resync(), 2000);
      this.notify();
    }
  }

  private readonly onLeave = (event: BeforeUnloadEvent): void => {
    if (!this.typed || this.copy.allSafe) return;
    event.preventDefault();
  };

  /** Gives up what the server refuses, so that the text can be opened again as the others see it. */
  async discard(): Promise<void> {
    this.provider.disconnect();
    await this.copy.discard();
  }

  private later(action: () => void, delay: number): void {
    const timer = setTimeout(() => {
      this.retries.delete(timer);
      if (!this.destroyed) action();
    }, delay);
    this.retries.add(timer);
  }

  private notify(): void {
    if (!this.destroyed) this.changed();
  }

  destroy(): void {
    this.destroyed = true;
    clearInterval(this.pulse);
    this.retries.forEach(clearTimeout);
    window.removeEventListener("offline", this.onOffline);
    window.removeEventListener("online", this.onOnline);
    window.removeEventListener("beforeunload", this.onLeave);
    this.copy.close();
    this.provider.destroy();
    this.doc.destroy();
  }
}

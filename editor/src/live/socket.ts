import { FrameCounter } from "./counter";
import { readServerMessage, type ServerMessage } from "./frames";

export interface SocketListener {
  opened(counter: FrameCounter): void;
  /** A local update that no frame may carry. */
  tooLarge(): void;
  heard(message: ServerMessage | null, counter: FrameCounter): void;
  sent(): void;
}

function bytes(data: unknown): Uint8Array | null {
  if (data instanceof Uint8Array) return data;
  return data instanceof ArrayBuffer ? new Uint8Array(data) : null;
}

/**
 * A WebSocket that y-websocket uses as it is: it counts the updates that go out and takes our own messages out of
 * what comes in. Its message listener is registered before the provider's `onmessage`, hence runs before it.
 */
export function countingSocket(listener: SocketListener): typeof WebSocket {
  return class extends WebSocket {
    private readonly counter = new FrameCounter();
    private blocked = false;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener("open", () => listener.opened(this.counter));
      this.addEventListener("message", (event) => this.receive(event));
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      const frame = bytes(data);
      if (frame && !this.counter.sending(frame)) {
        this.blocked = true;
        listener.tooLarge();
      }
      // What follows a missing update would depend on it: better nothing than a text with a hole.
      if (this.blocked) return;
      super.send(data);
      if (frame) listener.sent();
    }

    private receive(event: MessageEvent): void {
      const frame = bytes(event.data);
      if (!frame) {
        event.stopImmediatePropagation();
        return;
      }
      let message: ServerMessage | null = null;
      try {
        message = readServerMessage(frame);
      } catch {
        event.stopImmediatePropagation();
        return;
      }
      if (message) event.stopImmediatePropagation();
      if (message?.kind === "ack") this.counter.acknowledge(message.count);
      listener.heard(message, this.counter);
    }
  };
}

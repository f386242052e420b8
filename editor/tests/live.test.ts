import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { FrameCounter, LARGEST_UPDATE } from "../src/live/counter";
import { carriedUpdate, isEmptyUpdate, readServerMessage } from "../src/live/frames";
import { stateOf, type Facts } from "../src/live/status";
import { initials } from "../src/ui/people";

function frame(write: (encoder: encoding.Encoder) => void, type = 0): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

const doc = new Y.Doc();
doc.getXmlFragment("level1").insert(0, [new Y.XmlElement("paragraph")]);
const step1 = frame((e) => syncProtocol.writeSyncStep1(e, doc));
const step2 = frame((e) => syncProtocol.writeSyncStep2(e, doc));
const emptyStep2 = frame((e) => syncProtocol.writeSyncStep2(e, new Y.Doc()));
const update = frame((e) => syncProtocol.writeUpdate(e, Y.encodeStateAsUpdate(doc)));
const awareness = frame((e) => encoding.writeVarUint8Array(e, new Uint8Array(3)), 1);

test("only frames that carry an update are counted", () => {
  const counter = new FrameCounter();
  for (const sent of [step1, awareness, new Uint8Array([3])]) expect(counter.sending(sent)).toBe(true);
  expect([counter.sent, counter.exchanged]).toEqual([0, false]);
  counter.sending(step2);
  counter.sending(update);
  expect([counter.sent, counter.exchanged, counter.settled]).toEqual([2, true, false]);
  counter.acknowledge(1);
  expect(counter.settled).toBe(false);
  counter.acknowledge(2);
  expect(counter.settled).toBe(true);
});

test("an acknowledgement never goes back nor beyond what was sent", () => {
  const counter = new FrameCounter();
  counter.sending(update);
  counter.acknowledge(9);
  expect(counter.acked).toBe(1);
  counter.acknowledge(0);
  expect(counter.acked).toBe(1);
  counter.sending(update);
  expect(counter.settled).toBe(false);
});

test("a refused frame is not settled by its acknowledgement", () => {
  const counter = new FrameCounter();
  counter.sending(update);
  counter.refuse();
  counter.acknowledge(1);
  expect(counter.settled).toBe(false);
});

test("an empty answer is counted but not waited for", () => {
  const counter = new FrameCounter();
  counter.sending(emptyStep2);
  expect([counter.sent, counter.settled]).toEqual([1, true]);
  expect(isEmptyUpdate(carriedUpdate(emptyStep2)!.update)).toBe(true);
});

test("what is too large is not sent", () => {
  const counter = new FrameCounter();
  const huge = frame((e) => syncProtocol.writeUpdate(e, new Uint8Array(LARGEST_UPDATE + 1)));
  expect([counter.sending(huge), counter.sent]).toEqual([false, 0]);
});

test("the server's own messages are read, y-websocket's are left alone", () => {
  const json = (type: number, value: unknown) => frame((e) => encoding.writeVarString(e, JSON.stringify(value)), type);
  expect(readServerMessage(frame((e) => encoding.writeVarUint(e, 300), 100))).toEqual({ kind: "ack", count: 300 });
  expect(readServerMessage(json(101, { code: "locked", count: 2 }))).toEqual({ kind: "refusal", code: "locked", count: 2 });
  expect(readServerMessage(json(102, { can_write: false, reason: "locked" })))
    .toEqual({ kind: "state", canWrite: false, reason: "locked" });
  expect(readServerMessage(frame(() => {}, 103))).toEqual({ kind: "comments" });
  expect(readServerMessage(update)).toBeNull();
  expect(carriedUpdate(new Uint8Array([0]))).toBeNull();
});

test("saved is said only when everything holds", () => {
  const good: Facts = {
    connected: true, synced: true, exchanged: true, settled: true, canWrite: true, reason: null, refusal: null, stop: null,
  };
  expect(stateOf(good)).toBe("saved");
  expect(stateOf({ ...good, settled: false })).toBe("sending");
  expect(stateOf({ ...good, exchanged: false })).toBe("sending");
  expect(stateOf({ ...good, connected: false })).toBe("offline");
  expect(stateOf({ ...good, synced: false })).toBe("offline");
  expect(stateOf({ ...good, canWrite: false, reason: "locked" })).toBe("readonly");
  expect(stateOf({ ...good, refusal: "too_large" })).toBe("refused");
  expect(stateOf({ ...good, stop: "unknown_text", connected: false })).toBe("refused");
});

test("initials", () => {
  expect(["Léa Martin", "Jean-Marc", "  ", "Élodie de la Tour", "S. D., animation (LaPlateforme)"].map(initials))
    .toEqual(["LM", "JM", "?", "ÉT", "SD"]);
});

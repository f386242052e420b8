// Shared helpers: percentiles, /proc reading, and one simulated editor that speaks two framings:
// 'y' = ours (y-websocket's messages, plus 100 = "your first n update frames are committed"), 'hocus' = Hocuspocus.
import fs from 'node:fs'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import * as sync from 'y-protocols/sync'
import * as enc from 'lib0/encoding'
import * as dec from 'lib0/decoding'

const ACK = 100
const REFUSAL = 101
const HZ = 100

const percentile = (sorted, p) => sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] : null
export const round2 = x => x == null ? null : Math.round(x * 100) / 100
export const stats = values => {
  const sorted = Float64Array.from(values).sort()
  return { n: sorted.length, p50: round2(percentile(sorted, 0.5)), p95: round2(percentile(sorted, 0.95)), p99: round2(percentile(sorted, 0.99)), max: round2(sorted[sorted.length - 1]) }
}
const tree = pid => {
  const found = [pid]
  for (let i = 0; i < found.length; i++) {
    try {
      for (const task of fs.readdirSync(`/proc/${found[i]}/task`)) {
        const children = fs.readFileSync(`/proc/${found[i]}/task/${task}/children`, 'utf8').trim()
        if (children) found.push(...children.split(/\s+/).map(Number))
      }
    } catch { /* it ended meanwhile */ }
  }
  return [...new Set(found)]
}
/** CPU seconds and resident megabytes of a process and its children. */
export const usage = pid => {
  let cpu = 0; let rss = 0
  for (const one of tree(pid)) {
    try {
      const stat = fs.readFileSync(`/proc/${one}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      cpu += (Number(fields[11]) + Number(fields[12])) / HZ
      rss += Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] || 0) / 1024
    } catch { /* it ended meanwhile */ }
  }
  return { cpu, rss }
}
export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))

/** Wait until `said()` is true; throws with `what` after `ms`. */
export const until = async (said, ms, what) => {
  const end = performance.now() + ms
  while (!said()) {
    if (performance.now() > end) throw new Error(`timed out: ${what}`)
    await sleep(10)
  }
}

/** One simulated editor. `doc` may be given: an editor that comes back with what it holds. */
export class Editor {
  constructor ({ url, room, proto = 'y', token = '', doc = new Y.Doc() }) {
    this.proto = proto; this.room = room; this.token = token; this.doc = doc
    this.synced = false; this.messages = 0; this.bytes = 0; this.closed = null; this.refused = 0
    this.frames = 0 // update-carrying frames sent on this connection
    this.acked = 0
    this.onRemote = null; this.onAck = null
    this.whenSynced = new Promise((resolve, reject) => { this.resolve = resolve; this.reject = reject })
    this.whenSynced.catch(() => {})
    this.t0 = performance.now()
    const target = proto === 'y' ? `${url}/${room}?token=${token}` : url
    this.ws = new WebSocket(target, { perMessageDeflate: true, maxPayload: 1 << 30 })
    this.ws.binaryType = 'nodebuffer'
    this.ws.on('open', () => this.opened())
    this.ws.on('message', message => this.received(message))
    this.ws.on('error', error => { if (!this.synced) this.reject(error) })
    this.ws.on('close', (code, reason) => { this.closed = { code, reason: String(reason) }; if (!this.synced) this.reject(new Error(`closed ${code}`)) })
  }

  frame (type) { const e = enc.createEncoder(); if (this.proto === 'hocus') enc.writeVarString(e, this.room); enc.writeVarUint(e, type); return e }
  send (bytes) { if (this.ws.readyState === 1) { this.ws.send(bytes); return true } return false }
  opened () {
    if (this.proto === 'y') { this.step1(); return }
    const e = this.frame(2); enc.writeVarUint(e, 0); enc.writeVarString(e, this.token); enc.writeVarString(e, '4.8.0'); this.send(enc.toUint8Array(e))
  }

  step1 () { const e = this.frame(0); sync.writeSyncStep1(e, this.doc); this.send(enc.toUint8Array(e)) }
  /** Send an update; gives its number among this connection's update frames, 0 when the socket is gone. */
  sendUpdate (update) { const e = this.frame(0); sync.writeUpdate(e, update); return this.send(enc.toUint8Array(e)) ? ++this.frames : 0 }
  received (message) {
    this.messages++; this.bytes += message.length
    const d = dec.createDecoder(new Uint8Array(message.buffer, message.byteOffset, message.length))
    if (this.proto === 'hocus') dec.readVarString(d)
    const type = dec.readVarUint(d)
    if (type === 0 || (this.proto === 'hocus' && type === 4)) this.exchanged(d)
    else if (this.proto === 'hocus' && type === 2) {
      const answer = dec.readVarUint(d); if (answer === 2) this.step1(); else if (answer === 1) this.reject(new Error('denied'))
    } else if (this.proto === 'hocus' && type === 8) { this.acked++; this.onAck?.() } else if (this.proto === 'y' && type === ACK) { this.acked = dec.readVarUint(d); this.onAck?.() } else if (this.proto === 'y' && type === REFUSAL) this.refused++
  }

  exchanged (d) {
    const e = this.frame(0); const base = enc.length(e)
    const step = sync.readSyncMessage(d, e, this.doc, this)
    if (enc.length(e) > base && this.send(enc.toUint8Array(e))) this.frames++
    if (step === sync.messageYjsSyncStep2 && !this.synced) { this.synced = true; this.tSynced = performance.now(); this.resolve() }
    if (this.onRemote && step !== sync.messageYjsSyncStep1) this.onRemote()
  }

  /** Run `change` in a transaction and send the update it makes; gives the frame's number. */
  edit (change) {
    let made = null; const keep = update => { made = update }
    this.doc.on('update', keep); try { this.doc.transact(change) } finally { this.doc.off('update', keep) }
    return made ? this.sendUpdate(made) : 0
  }

  close () { try { this.ws.close() } catch { /* gone */ } }
}

/** Arguments `--name value` over defaults; numbers stay numbers. */
export const options = defaults => {
  const made = { ...defaults }; const given = process.argv.slice(2)
  for (let i = 0; i < given.length; i += 2) { const name = given[i].slice(2); made[name] = typeof defaults[name] === 'number' ? Number(given[i + 1]) : given[i + 1] }
  return made
}
/** Tokens, one a client, from a JSON file; without a file everybody has none. */
export const tokensOf = file => { const read = file ? JSON.parse(fs.readFileSync(file, 'utf8')) : ['']; return i => read[i % read.length] }

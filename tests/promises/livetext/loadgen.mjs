// N simulated editors typing into one document. Prints one JSON line: milliseconds from a key until ALL other clients
// have it (`all`), until it is acknowledged (`ack`), the server's CPU seconds, and whether every copy is the same.
// node loadgen.mjs --url ws://127.0.0.1:8501/livetext/ws --room TEXT --tokens tokens.json --clients 10 --server PID
import * as Y from 'yjs'
import { Editor, options, round2, sleep, stats, tokensOf, until, usage } from './common.mjs'

const o = options({ url: '', proto: 'y', room: '', tokens: '', fragment: 'level1', clients: 10, seconds: 20, warmup: 3, rate: 5, server: 0 })
const tokenOf = tokensOf(o.tokens)
const N = o.clients
const editors = []
for (let i = 0; i < N; i++) {
  const editor = new Editor({ url: o.url, room: o.room, proto: o.proto, token: tokenOf(i) })
  await Promise.race([editor.whenSynced, sleep(15000).then(() => { throw new Error(`client ${i} did not sync`) })])
  editor.i = i; editors.push(editor)
}
const fragment = editor => editor.doc.getXmlFragment(o.fragment)
const PARAGRAPHS = N + 20
const before = fragment(editors[0]).length
editors[0].edit(() => {
  const made = []
  for (let i = 0; i < PARAGRAPHS; i++) { const p = new Y.XmlElement('paragraph'); p.insert(0, [new Y.XmlText(`Paragraphe de départ numéro ${i} avec un peu de texte dedans.`)]); made.push(p) }
  fragment(editors[0]).insert(before, made)
})
await until(() => editors.every(editor => fragment(editor).length === before + PARAGRAPHS), 10000, 'the first paragraphs')

const edits = editors.map(() => [])
const seen = editors.map(() => new Int32Array(N))
let recording = false
const all = []; const ack = []
for (const editor of editors) {
  editor.onRemote = () => {
    const now = performance.now(); const mine = seen[editor.i]
    for (let i = 0; i < N; i++) {
      if (i === editor.i) continue
      const theirs = edits[i]; let at = mine[i]
      if (at >= theirs.length) continue
      const state = Y.getState(editor.doc.store, editors[i].doc.clientID)
      while (at < theirs.length && theirs[at].clock < state) { const edit = theirs[at++]; if (--edit.left === 0 && edit.recorded) all.push(now - edit.t0) }
      mine[i] = at
    }
  }
  editor.waiting = []
  editor.onAck = () => {
    const now = performance.now()
    while (editor.waiting.length && editor.waiting[0].number <= editor.acked) { const edit = editor.waiting.shift(); if (edit.recorded) ack.push(now - edit.t0) }
  }
}
let keys = 0; let stopped = false
const type = editor => {
  if (stopped) return
  const f = fragment(editor)
  if (editor.at === undefined) editor.at = before + editor.i
  if (Math.random() < 1 / 60) editor.at = before + Math.floor(Math.random() * PARAGRAPHS)
  const text = f.get(editor.at).get(0); const t0 = performance.now(); keys++
  const erase = Math.random() < 0.1 && text.length > 30
  if (!erase) edits[editor.i].push({ clock: Y.getState(editor.doc.store, editor.doc.clientID), t0, left: N - 1, recorded: recording })
  const number = editor.edit(() => { if (erase) text.delete(text.length - 1, 1); else text.insert(text.length, 'abcdefghij klmnop'[Math.floor(Math.random() * 17)]) })
  editor.waiting.push({ number, t0, recorded: recording })
  setTimeout(type, 1000 / o.rate * (0.5 + Math.random()), editor)
}
for (const editor of editors) setTimeout(type, Math.random() * 1000 / o.rate, editor)
await sleep(o.warmup * 1000)
const cpu0 = o.server ? usage(o.server).cpu : 0; const own0 = process.cpuUsage(); const t0 = performance.now(); const keys0 = keys
recording = true
await sleep(o.seconds * 1000)
recording = false
const wall = (performance.now() - t0) / 1000; const last = o.server ? usage(o.server) : null; const own = process.cpuUsage(own0)
const typed = keys - keys0
stopped = true
const waiting = () => edits.reduce((sum, list) => sum + list.reduce((n, edit) => n + (edit.left > 0 ? 1 : 0), 0), 0)
const drained = performance.now() + 15000
while (waiting() > 0 && performance.now() < drained) await sleep(50)
await sleep(300)
const said = editors.map(editor => fragment(editor).toString())
console.log(JSON.stringify({
  n: N, keys: typed, all: stats(all), ack: stats(ack), undelivered: waiting(), same: said.every(one => one === said[0]),
  gone: editors.filter(editor => editor.closed).length, refused: editors.reduce((sum, editor) => sum + editor.refused, 0),
  generatorPercent: round2((own.user + own.system) / 1e4 / wall), cpu: last && round2(last.cpu - cpu0), rss: last && round2(last.rss)
}))
for (const editor of editors) editor.close()
setTimeout(() => process.exit(0), 200)

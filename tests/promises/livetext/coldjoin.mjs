// A text of about 5,000 words made of 50,000 single-key edits by 100 sessions: fill a room with it, or time a join.
// node coldjoin.mjs --mode fill|join --url … --room … --tokens tokens.json --cache history.json
import fs from 'node:fs'
import * as Y from 'yjs'
import { Editor, options, sleep, tokensOf, until } from './common.mjs'

const o = options({ mode: 'fill', url: '', proto: 'y', room: '', tokens: '', fragment: 'level1', edits: 50000, cache: '' })
const tokenOf = tokensOf(o.tokens)
let seed = 42; const chance = () => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return seed / 0x7fffffff }
const history = () => {
  if (fs.existsSync(o.cache)) { const kept = JSON.parse(fs.readFileSync(o.cache)); return { updates: kept.updates.map(x => Buffer.from(x, 'base64')), text: kept.text } }
  const updates = []; let state = null; const each = Math.ceil(o.edits / 100); let doc; let n = 0
  for (let session = 0; session < 100; session++) {
    doc = new Y.Doc(); doc.clientID = 1000 + session; if (state) Y.applyUpdate(doc, state); doc.on('update', update => updates.push(update))
    const f = doc.getXmlFragment(o.fragment)
    for (let k = 0; k < each && n < o.edits;) {
      if (f.length < 84 && (f.length === 0 || chance() < 0.02)) { const p = new Y.XmlElement('paragraph'); p.insert(0, [new Y.XmlText('')]); f.insert(Math.floor(chance() * (f.length + 1)), [p]) }
      const t = f.get(Math.floor(chance() * f.length)).get(0); let at = chance() < 0.6 ? t.length : Math.floor(chance() * t.length); const run = 20 + Math.floor(chance() * 40)
      for (let j = 0; j < run && k < each && n < o.edits; j++, k++, n++) { if (chance() < 0.2 && at > 0) { at--; t.delete(at, 1) } else { t.insert(at, 'etao inshr dlucm fwy '[Math.floor(chance() * 21)]); at++ } }
    }
    state = Y.encodeStateAsUpdate(doc)
  }
  const text = doc.getXmlFragment(o.fragment).toString()
  fs.writeFileSync(o.cache, JSON.stringify({ updates: updates.map(update => Buffer.from(update).toString('base64')), text }))
  return { updates, text }
}
const made = history()
const open = i => new Editor({ url: o.url, room: o.room, proto: o.proto, token: tokenOf(i) })
const said = editor => editor.doc.getXmlFragment(o.fragment).toString()
if (o.mode === 'fill') {
  const t0 = performance.now()
  const editor = open(0); await editor.whenSynced
  let answered = 0; editor.received = () => { answered++ }
  editor.doc = new Y.Doc() // it only carries; the server's own copy is what counts
  for (let i = 0; i < made.updates.length; i++) {
    editor.sendUpdate(made.updates[i])
    if (i % 250 === 249) { const before = answered; editor.step1(); await until(() => answered > before && editor.ws.bufferedAmount === 0, 60000, 'the server to keep up') }
  }
  const reader = open(1); await reader.whenSynced
  await until(() => said(reader) === made.text, 240000, 'the whole text')
  console.log(JSON.stringify({ updates: made.updates.length, rawBytes: made.updates.reduce((sum, update) => sum + update.length, 0), words: made.text.replace(/<[^>]+>/g, ' ').split(/\s+/).length, seconds: Math.round((performance.now() - t0) / 10) / 100 }))
  editor.close(); reader.close(); await sleep(500); process.exit(0)
}
const editor = open(0); await editor.whenSynced
const synced = editor.tSynced - editor.t0
const empty = editor.doc.getXmlFragment(o.fragment).length === 0
await until(() => said(editor).length >= made.text.length, 30000, 'the text')
console.log(JSON.stringify({ synced, complete: performance.now() - editor.t0, empty, bytes: editor.bytes, same: said(editor) === made.text }))
process.exit(0)

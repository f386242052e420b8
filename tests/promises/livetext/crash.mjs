// Editors around a kill. Commands on standard input, one JSON line each; one JSON line answers each.
//   {"do":"join","url":…,"room":…,"tokens":[…]}   connect (again), with whatever each editor holds
//   {"do":"type"}                                 begin to write marks like "7.123;" until the socket goes
//   {"do":"lost"}                                 wait until every socket is gone: what was made, what was acknowledged
//   {"do":"settle"}                               wait until all copies are the same and hold every mark once
import readline from 'node:readline'
import * as Y from 'yjs'
import { Editor, options, sleep, until } from './common.mjs'

const o = options({ clients: 20, fragment: 'level1', rate: 8 })
const people = Array.from({ length: o.clients }, (_, i) => ({ i, doc: new Y.Doc(), count: 0, acked: [], made: [] }))
const fragment = person => person.doc.getXmlFragment(o.fragment)
let typing = false
const type = person => {
  if (!typing || person.editor.closed) return
  const f = fragment(person)
  const text = f.get(Math.floor(Math.random() * f.length)).get(0)
  const mark = `${person.i}.${person.count++};`
  const number = person.editor.edit(() => text.insert(Math.random() < 0.5 ? 0 : text.length, mark))
  person.made.push(mark)
  if (number) person.waiting.push({ number, mark })
  setTimeout(type, 1000 / o.rate * (0.5 + Math.random()), person)
}
const join = async ({ url, room, tokens }) => {
  for (const person of people) {
    person.waiting = []
    person.editor = new Editor({ url, room, token: tokens[person.i], doc: person.doc })
    person.editor.onAck = () => { while (person.waiting.length && person.waiting[0].number <= person.editor.acked) person.acked.push(person.waiting.shift().mark) }
  }
  await Promise.all(people.map(person => person.editor.whenSynced))
  if (fragment(people[0]).length === 0) {
    people[0].editor.edit(() => fragment(people[0]).insert(0, Array.from({ length: 12 }, () => { const p = new Y.XmlElement('paragraph'); p.insert(0, [new Y.XmlText('')]); return p })))
  }
  await until(() => people.every(person => fragment(person).length >= 12), 10000, 'the paragraphs')
  return { joined: people.length }
}
const settle = async () => {
  const wanted = new Set(people.flatMap(person => person.made))
  const marksOf = text => text.match(/\d+\.\d+;/g) || []
  const whole = () => { const all = people.map(person => fragment(person).toString()); return all.every(text => text === all[0]) && new Set(marksOf(all[0])).size >= wanted.size }
  try { await until(whole, 20000, 'one text') } catch { /* told below */ }
  const all = people.map(person => fragment(person).toString()); const marks = marksOf(all[0])
  const odd = people.filter(person => fragment(person).toString() !== all[0]).map(person => ({ i: person.i, refused: person.editor.refused, acked: person.editor.acked, frames: person.editor.frames, gone: person.editor.closed, pending: !!person.doc.store.pendingStructs }))
  return { odd, same: all.every(text => text === all[0]), marks: marks.length, doubled: marks.length - new Set(marks).size, missing: [...wanted].filter(mark => !marks.includes(mark)).length, text: marks.sort().join('') }
}
const commands = {
  join,
  settle,
  type: async () => { typing = true; for (const person of people) setTimeout(type, Math.random() * 1000 / o.rate, person); return {} },
  lost: async () => {
    await until(() => people.every(person => person.editor.closed), 10000, 'the sockets to go')
    typing = false; await sleep(50)
    return { made: people.reduce((sum, person) => sum + person.made.length, 0), acked: people.flatMap(person => person.acked) }
  }
}
for await (const line of readline.createInterface({ input: process.stdin })) {
  const command = JSON.parse(line)
  try { console.log(JSON.stringify(await commands[command.do](command))) } catch (error) { console.log(JSON.stringify({ error: String(error) })) }
}
process.exit(0)

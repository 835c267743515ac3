import { expect, test } from 'vitest'
import { compile } from '../program/derive'
import { gallery } from '../program/gallery'
import { readLink } from '../share/link'
import { plainView } from '../share/query'
import { handWritten, reachOf, shareNames } from './sharing'

const circuit1 = { ...plainView, source: 'x = -2; y = 5; z = -4\nq = x + y\nf = q * z' }

test('a link is the page it is made on, without what was in its address', () => {
  const links = shareNames(circuit1, 'https://a.example/lecture/?q=1#x=3')
  expect(links?.link).toMatch(/^https:\/\/a\.example\/lecture\/#1\w+$/)
  expect(links?.title).toBe('Backflow: f = q * z')
})

test('a snippet cannot be broken out of', () => {
  const links = shareNames({ ...circuit1, source: 'f = 1 # "><script>' }, 'https://a.example/')
  const snippet = links?.snippet('"><script>') ?? ''
  expect(snippet).toMatch(
    /^<iframe src="https:\/\/a\.example\/embed\.html#1[\w-]+" title="&quot;&gt;&lt;script&gt;"/,
  )
  expect(snippet.match(/[<>]/g)).toHaveLength(4)
})

test.each(gallery.map(({ id, source }) => [id, source]))('%s by hand is the same program', (_, source) => {
  const hash = handWritten({ ...plainView, source })
  if (hash === null) return
  const read = compile(readLink(hash)?.source ?? '')
  const whole = compile(source)
  if (!read.ok || !whole.ok) throw new Error(hash)
  expect(read.value.circuit.wires.map(({ text }) => text)).toEqual(
    whole.value.circuit.wires.map(({ text }) => text),
  )
})

test.each([
  ['lines that mean something', 'def s(t):\n  return t * t\nf = s(2)'],
  ['a comment', 'x = 1 # one\nf = x'],
])('%s are not written by hand', (_, source) => {
  expect(handWritten({ ...plainView, source })).toBeNull()
})

test('a long link says what it may not survive', () => {
  expect(reachOf('x'.repeat(100))).toMatch(/^100 characters: a cut/)
  expect(reachOf('x'.repeat(2001))).toMatch(/^2,001 characters: some chats cut this/)
})

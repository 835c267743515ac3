import { expect, test } from 'vitest'
import { programIn } from './program-in'

const svg = (program: string) =>
  `<svg><metadata><backflow:program xmlns:backflow="urn:backflow:program">${program}</backflow:program></metadata></svg>`

test.each([
  ['as it is', 'x = 1\nf = x', 'x = 1\nf = x'],
  [
    'with its signs escaped',
    'f = a &lt; b &amp;&amp; c &gt; &quot;d&quot; &apos;',
    'f = a < b && c > "d" \'',
  ],
  ['with characters by number', 'a&#13;&#xA;b', 'a\r\nb'],
  ['with what is no escape', 'a &nbsp; b', 'a &nbsp; b'],
  ['empty', '', ''],
])('a program %s', (_, held, program) => {
  expect(programIn(svg(held))).toBe(program)
})

test.each([
  ['another picture', '<svg><text>x</text></svg>'],
  ['one that only speaks of it', '<svg>urn:backflow:program</svg>'],
  ['an element inside', svg('<script>alert(1)</script>')],
  ['one that was cut', svg('x = 1').slice(0, 60)],
  ['one that is too large', svg('x'.repeat(1_000_000))],
  ['one whose program is too long', svg('x'.repeat(70_000))],
])('%s carries none', (_, text) => {
  expect(programIn(text)).toBeNull()
})

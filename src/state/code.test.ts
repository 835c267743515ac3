import { expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import { chainText } from '../program/large-programs'
import { codeIn, tooLongIn } from './code'
import { begin } from './session'

test.each([
  ['a small one', 'x = 2; f = x * x', null],
  ['one of a thousand gates', chainText(1000), null],
  ['one of five thousand', chainText(5000), 5001],
])('beside %s there is its code, or word of how large it is', (_, source, wires) => {
  const session = begin(source, plainSettings)
  expect(tooLongIn(session)).toBe(wires)
  expect(codeIn(session) === null).toBe(wires !== null)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOrder } from './channel'

test.each([
  [
    { type: 'backflow:program', source: 'x = 1' },
    { kind: 'program', source: 'x = 1', place: null },
  ],
  [
    { type: 'backflow:program', source: 'x = 1', step: 2, more: 1 },
    { kind: 'program', source: 'x = 1', place: { step: 2, share: 0 } },
  ],
  [
    { type: 'backflow:step', step: 0 },
    { kind: 'step', place: { step: 0, share: 0 } },
  ],
  [
    { type: 'backflow:step', step: 'rest' },
    { kind: 'step', place: null },
  ],
  [{ type: 'backflow:next' }, { kind: 'next' }],
  [{ type: 'backflow:back' }, { kind: 'back' }],
  [{ type: 'backflow:tell' }, { kind: 'tell' }],
])('%j is understood', (message, order) => {
  expect(readOrder(message)).toEqual(order)
})

test.each([
  [null],
  ['backflow:next'],
  [{ type: 'next' }],
  [{ type: 'backflow:program' }],
  [{ type: 'backflow:program', source: 7 }],
  [{ type: 'backflow:program', source: 'x'.repeat(65_537) }],
  [{ type: 'backflow:step', step: -1 }],
  [{ type: 'backflow:step', step: 1.5 }],
  [{ type: 'backflow:step', step: '1' }],
  [{ type: 'backflow:step', step: Number.NaN }],
  [{ type: 'backflow:step', step: 1e9 }],
])('%j is not', (message) => {
  expect(readOrder(message)).toBeNull()
})

test('no message makes it throw', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (message) => {
      readOrder(message)
    }),
  )
})

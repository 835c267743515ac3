import { expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import { pin } from './asking'
import { arrange, present } from './hall'
import { begin, show, write } from './session'

const opened = () => begin('x = 2; f = x * x', plainSettings)

test('in front of a hall there is only the circuit: what was open over the page closes', () => {
  const busy = pin(show(write(opened(), 'x'), 'gallery'), { about: 'value', wire: 'x' })
  expect(present(busy, true)).toMatchObject({
    hall: { full: true, cover: null, check: false, pointer: false },
    dialog: null,
    writing: null,
    asked: null,
    pinned: false,
  })
})

test('a hall is arranged, a desk is not; leaving forgets it', () => {
  const hall = arrange(present(opened(), true), { cover: 'black' })
  expect(hall.hall?.cover).toBe('black')
  expect(arrange(opened(), { cover: 'black' }).hall).toBeNull()
  expect(present(hall, false).hall).toBeNull()
  expect(present(present(hall, false), true).hall?.cover).toBeNull()
})

test('presenting what is presented changes nothing', () => {
  const hall = arrange(present(opened(), true), { pointer: true })
  expect(present(hall, true)).toBe(hall)
})

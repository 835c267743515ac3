import { expect, test } from 'vitest'
import { fileNameOf, largestFile, programInFile } from './file'

const none = () => null

test.each([
  ['a text', 'x = 1\nf = x', 'x = 1\nf = x'],
  ['other line ends, and the mark that some editors put first', '\uFEFFx = 1\r\nf = x\r', 'x = 1\nf = x\n'],
  ['an empty one', '', ''],
])('%s is a program', (_, text, program) => {
  expect(programInFile('a.txt', text, none)).toEqual({ ok: true, value: program })
})

test('a picture gives back the program that it carries', () => {
  const svg = '<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="x"></svg>'
  expect(programInFile('a.svg', svg, () => 'x = 1')).toEqual({ ok: true, value: 'x = 1' })
})

test.each([
  ['another picture', '<svg></svg>', /without a program/],
  ['bytes', 'PK\u0003\u0004\0\0', /no text/],
  ['bytes that are no UTF-8', 'x = \ufffd', /no text/],
  ['a long text', 'x'.repeat(8_000_001), /too long/],
  ['a huge one', 'x'.repeat(largestFile + 1), /too large/],
])('%s is refused in words', (_, text, why) => {
  const read = programInFile('a.bin', text, none)
  expect(read.ok ? '' : read.problems[0]?.message).toMatch(why)
})

test.each([
  ['x = 1\nloss = x * 2\n', 'loss'],
  ['a = 1; f=a', 'f'],
  ['x + 1', 'circuit'],
  ['', 'circuit'],
  ['../../etc = 1', 'circuit'],
])('the file of %j is called %s', (source, name) => {
  expect(fileNameOf(source)).toBe(name)
})

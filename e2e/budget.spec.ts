import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { built, filesNeededBy } from './helpers/built'

/** Bytes of compressed JavaScript before the first picture: about a second on a slow phone's connection. */
const budget = 150_000

const holdsCodeMirror = (file: string) => {
  const { sources }: { sources: string[] } = JSON.parse(built(`${file}.map`).toString())
  return sources.some((source) => source.includes('node_modules/@codemirror/'))
}

test('the JavaScript before the first picture weighs at most 150 kB compressed', () => {
  const weights = [...filesNeededBy('index.html')].map((file) => ({
    file,
    bytes: gzipSync(built(file)).length,
  }))
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  expect(total, weights.map(({ file, bytes }) => `${file}: ${bytes}`).join('\n')).toBeLessThanOrEqual(budget)
  expect(total, 'an empty page would pass any budget').toBeGreaterThan(20_000)
})

test('the page names no script but those that are weighed', () => {
  const scripts = [
    ...built('index.html')
      .toString()
      .matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g),
  ]
  const needed = filesNeededBy('index.html')
  // It sends who wants the circuit alone to its own page, and asks for what reads a link; it comes beside the rest.
  expect(scripts.map(([, file]) => file).sort()).toEqual(['ahead.js', ...needed].sort())
})

test('CodeMirror arrives after the first picture', () => {
  const needed = filesNeededBy('index.html')
  const withCodeMirror = readdirSync('dist/assets')
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`)
    .filter(holdsCodeMirror)
  expect(withCodeMirror, 'some chunk holds it').not.toEqual([])
  expect(withCodeMirror.filter((file) => needed.has(file))).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

/** Bytes of compressed JavaScript before the first picture: about a second on a slow phone's connection. */
const budget = 150_000

type Chunk = { readonly file: string; readonly imports?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>

const built = (path: string) => readFileSync(`dist/${path}`)
const manifest = (): Manifest => JSON.parse(built('.vite/manifest.json').toString())

/** The chunk and all that it cannot start without. */
function filesNeededBy(name: string, chunks: Manifest, seen = new Set<string>()): Set<string> {
  const chunk = chunks[name]
  if (!chunk) throw new Error(`the manifest has no ${name}`)
  if (seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const next of chunk.imports ?? []) filesNeededBy(next, chunks, seen)
  return seen
}

const holdsCodeMirror = (file: string) => {
  const { sources }: { sources: string[] } = JSON.parse(built(`${file}.map`).toString())
  return sources.some((source) => source.includes('node_modules/@codemirror/'))
}

test('the JavaScript before the first picture weighs at most 150 kB compressed', () => {
  const weights = [...filesNeededBy('index.html', manifest())].map((file) => ({
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
  const needed = filesNeededBy('index.html', manifest())
  // It sends who wants the circuit alone to its own page, and asks for what reads a link; it comes beside the rest.
  expect(scripts.map(([, file]) => file).sort()).toEqual(['ahead.js', ...needed].sort())
})

test('CodeMirror arrives after the first picture', () => {
  const needed = filesNeededBy('index.html', manifest())
  const withCodeMirror = readdirSync('dist/assets')
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`)
    .filter(holdsCodeMirror)
  expect(withCodeMirror, 'some chunk holds it').not.toEqual([])
  expect(withCodeMirror.filter((file) => needed.has(file))).toEqual([])
})

import { readFileSync } from 'node:fs'

type Chunk = { readonly file: string; readonly imports?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>

/** A file of the built page. */
export const built = (path: string) => readFileSync(`dist/${path}`)

const manifest = (): Manifest => JSON.parse(built('.vite/manifest.json').toString())

/** The files of a module, as it is called in the build's manifest, and of all that it cannot start without. */
export function filesNeededBy(
  name: string,
  chunks: Manifest = manifest(),
  seen = new Set<string>(),
): Set<string> {
  const chunk = chunks[name]
  if (!chunk) throw new Error(`the manifest has no ${name}`)
  if (seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const next of chunk.imports ?? []) filesNeededBy(next, chunks, seen)
  return seen
}

import type { EditorHandle } from '../panels/Editor'
import type { CameraHandle } from '../view/CircuitView'

/** What deeds are done with. */
export type Scope = { readonly camera: CameraHandle | null; readonly editor: EditorHandle | null }

/** Where a key works: `page` anywhere but in a field for text, `everywhere` there too; never below an open dialog. */
export type Where = 'everywhere' | 'page' | 'picture'

/** Something that can be done. All ways to it, the keys, the sheet of keys and the list of commands, come from here. */
export type Deed = {
  readonly says: string
  readonly group: 'Story' | 'Program' | 'Picture' | 'Page' | 'Display' | 'Gallery' | 'Gates'
  /** As it stands on the sheet of keys. */
  readonly keys?: string
  readonly press?: { readonly where: Where; readonly when: (event: KeyboardEvent) => boolean }
  readonly run: (scope: Scope) => void
}

/** One of these keys alone. */
export const plain = (...keys: readonly string[]) => {
  const wanted = new Set(keys)
  return ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
    wanted.has(key) && !ctrlKey && !metaKey && !altKey
}

import type { Edit, Fix } from './result'

/** The text with a fix's edits made; edits may come in any order and must not overlap. */
export const applyFix = (source: string, fix: Fix): string => {
  const backwards = [...fix.edits].sort((a, b) => b.from - a.from)
  return backwards.reduce(
    (text, edit: Edit) => text.slice(0, edit.from) + edit.insert + text.slice(edit.to),
    source,
  )
}

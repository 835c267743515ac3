import type { Mark } from '../../scene/scene'

/** `thin`: leads nowhere; `pointed`: the caret stands in its text. */
export const classesOf = (name: string, { thin, pointed }: Pick<Mark, 'thin' | 'pointed'>): string =>
  [name, thin && 'thin', pointed && 'pointed'].filter(Boolean).join(' ')

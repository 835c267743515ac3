import type { Mark } from '../../scene/scene'

/** `thin`: leads nowhere; `pointed`: the caret stands in its text; `dim` and `fog`: something else is looked at. */
export const classesOf = (
  name: string,
  { thin, pointed, sight }: Pick<Mark, 'thin' | 'pointed' | 'sight'>,
): string =>
  [name, thin && 'thin', pointed && 'pointed', sight !== 'clear' && sight].filter(Boolean).join(' ')

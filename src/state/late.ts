import type { unveil } from '../scene/unveil'
import type { buildVista } from '../scene/vista'
import type { grab, pull } from './grab'

/** What comes after the first picture: how a story is told, how a large circuit is looked at, how an input is moved by hand. */
export type Late = {
  readonly unveil: typeof unveil
  readonly buildVista: typeof buildVista
  readonly grab: typeof grab
  readonly pull: typeof pull
}

let brought: Partial<Late> = {}

export const late = (): Partial<Late> => brought

/** It is all the same who brings it: there is one of each. */
export const bring = (parts: Partial<Late>): void => {
  brought = { ...brought, ...parts }
}

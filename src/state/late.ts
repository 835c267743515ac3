import type { unveil } from '../scene/unveil'
import type { buildVista } from '../scene/vista'

/** What of the picture's making comes after the first picture: how a story is told, how a large circuit is looked at. */
export type Late = { readonly unveil: typeof unveil; readonly buildVista: typeof buildVista }

let brought: Partial<Late> = {}

export const late = (): Partial<Late> => brought

/** It is all the same who brings it: there is one of each. */
export const bring = (parts: Partial<Late>): void => {
  brought = { ...brought, ...parts }
}

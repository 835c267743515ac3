import type { Example } from '../program/gallery'
import { useStore } from '../state/store'

/** Puts an example in place of the text: one undo entry, and the digits it is meant to be read with. */
export const openExample = ({ source, digits }: Example): void => {
  const { edit, set } = useStore.getState().do
  edit(source, { hand: 'control', now: performance.now() })
  set({ digits: digits ?? 'auto' })
}

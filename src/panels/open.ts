import type { Example } from '../program/lecture'
import { useStore } from '../state/store'

/** Puts an example in place of the text, with the digits it is meant to be read with: one undo entry. */
export const openExample = ({ source, digits }: Example): void => {
  const { session, do: act } = useStore.getState()
  act.load({ source, digits: digits ?? session.chosen.digits })
}

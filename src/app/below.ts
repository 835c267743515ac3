import { useStore } from '../state/store'

/** Whether the page lies below a dialog, also one that is still on its way: nothing is done to it then. */
export const isBelowDialog = (): boolean => useStore.getState().session.dialog !== null

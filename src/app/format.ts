import { useStore } from '../state/store'

/** Fetched when it is first asked for: no picture waits for it. */
export const format = async (): Promise<void> => {
  const { tidy } = await import('../language/tidy')
  useStore.getState().do.edit(tidy(useStore.getState().session.source))
}

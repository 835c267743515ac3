import { useStore } from '../state/store'

/** Fetched when it is first asked for: no picture waits for it. */
export const format = async (): Promise<void> => {
  const { do: act } = useStore.getState()
  const found = await import('../language/tidy').catch(() => null)
  if (found) act.edit(found.tidy(useStore.getState().session.source))
  else
    act.say('The formatter could not be fetched. Try again when the network is back; the text is as it was.')
}

import type { readAddress } from '../share/address'
import type { Session } from '../state/session'
import { useStore } from '../state/store'

/** What the fragment says, or that its reader could not be fetched. */
export type Reading = ReturnType<typeof readAddress> | { readonly kind: 'unfetched' }

/** What is to be said of a fragment: why it could not be read, or what had to be undone; null where all is well. */
export const wordOf = (reading: Reading): string | null => {
  switch (reading.kind) {
    case 'none':
      return null
    case 'unfetched':
      return 'This link could not be read without the network: try again later. Your work is untouched.'
    case 'failure':
      return failures[reading.why]
    case 'frame': {
      if (reading.undone.length === 0) return null
      const found = `The link was changed on its way (${reading.undone.join(', ')}) and mended.`
      return reading.checked ? found : `${found} It has no check: is this the circuit that was meant?`
    }
  }
}

const failures = {
  damaged: 'This link was cut or changed on the way: copy the whole of it again. Your work is untouched.',
  newer: 'This link was made with a newer version: load the page anew. Your work is untouched.',
  long: 'This link is longer than what a link may be. Your work is untouched.',
} as const

/** Text from outside may end its lines in other ways; fields and editors know one. */
export const lines = (text: string): string => text.replace(/\r\n?/g, '\n')

/** A projector washes out a dark ground: a hall sees the light theme, unless another one was chosen. */
export const wear = (
  root: HTMLElement,
  { settings: { theme, motion }, hall }: Pick<Session, 'settings' | 'hall'>,
): void => {
  for (const [name, value] of [
    ['data-theme', hall && theme === 'auto' ? 'light' : theme],
    ['data-motion', motion],
  ] as const)
    if (value === 'auto') root.removeAttribute(name)
    else root.setAttribute(name, value)
}

/** The reader is fetched only where there is something to read. */
export const read = async (hash: string): Promise<Reading> => {
  if (hash.length <= 1) return { kind: 'none' }
  const reader = await import('../share/address').catch(() => null)
  return reader ? reader.readAddress(hash) : { kind: 'unfetched' }
}

/** Somebody went to another address while the page was open. */
export const openReading = (reading: Reading): void => {
  const { session, do: act } = useStore.getState()
  const word = wordOf(reading)
  if (reading.kind === 'frame') {
    const { source, settings, place, grain } = reading.opened
    const { digits = session.chosen.digits, theme = session.chosen.theme } = settings
    act.load({ source: lines(source), digits }, { place, grain })
    act.set({ theme })
  }
  act.say(word)
}

export const titleOf = (source: string): string => {
  const last = source.split('\n').findLast((line) => line.trim() !== '')
  return last ? `${last.trim().slice(0, 60)} · Backflow` : 'Backflow'
}

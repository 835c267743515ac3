import type { pack } from '../share/frame'
import { frameOf } from '../state/still'
import { useStore } from '../state/store'
import { openReading, read } from './opening'

/** Browsers drop or refuse more than 100 changes of the address in ten seconds, and a title costs them milliseconds. */
const pause = 500

type Follower = {
  /** Puts the session into the address, not at once but soon. */
  readonly follow: () => void
  /** Whether the address holds the work as it is now. */
  readonly holds: () => boolean
  readonly leave: () => void
}

/**
 * The address follows the work; and where somebody goes to another one, the work follows it. `opened`: the fragment
 * that the session began with.
 */
export const keepAddress = (page: Window, opened: string, named: () => void): Follower => {
  const { location, history } = page
  let written = opened
  /** As the browser has it since we last looked: another one is somebody’s wish to go there. */
  let address = opened
  let waiting: number | undefined
  /** Until it has come, the address stays as it is. */
  let packed: typeof pack | null = null
  import('../share/frame').then(
    (frame) => {
      packed = frame.pack
      if (due) write()
    },
    () => undefined,
  )
  let due = false
  /** Somebody has gone elsewhere: until that is read, the address is theirs. */
  let readings = 0

  const write = () => {
    page.clearTimeout(waiting)
    waiting = undefined
    const opened = frameOf(useStore.getState().session)
    named()
    due = packed === null
    if (!packed || readings > 0) return
    const code = opened.source.trim() === '' ? '' : packed(opened)
    const link = `#${code ?? ''}`
    const unlinked = code === null
    if (unlinked !== useStore.getState().session.unlinked)
      useStore.getState().do.apply((session) => ({ ...session, unlinked }))
    if (link === written || location.hash !== address) return
    written = link
    try {
      history.replaceState(history.state, '', link)
      address = location.hash
    } catch {
      // The address stays behind; the work is not in it.
    }
  }

  const open = async () => {
    if (location.hash === address) return
    written = location.hash
    address = location.hash
    const here = location.hash
    // What was to be written belongs to the address that was left.
    page.clearTimeout(waiting)
    waiting = undefined
    readings += 1
    const reading = await read(here)
    readings -= 1
    // Somebody has gone on meanwhile.
    if (location.hash === here) openReading(reading)
  }

  const flush = () => {
    if (waiting !== undefined) write()
  }
  page.addEventListener('hashchange', open)
  // Somebody may have gone on before this was there.
  open()
  page.addEventListener('pagehide', flush)
  return {
    follow: () => {
      waiting ??= page.setTimeout(write, pause)
    },
    holds: () => {
      flush()
      return !due && written.length > 1 && location.hash === address && written === address
    },
    leave: () => {
      page.removeEventListener('hashchange', open)
      page.removeEventListener('pagehide', flush)
      page.clearTimeout(waiting)
    },
  }
}

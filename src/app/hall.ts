import { useStore } from '../state/store'
import { isBelowDialog } from './below'
import { hallDeeds } from './hall-deeds'

/**
 * In front of a hall: its keys, the whole screen, a screen that stays awake, a mouse that hides. All of it ends with
 * the presentation. Returns the way back.
 */
export const keepHall = (page: Window): (() => void) => {
  let end: (() => void) | null = null
  const follow = (isHall: boolean): void => {
    if (isHall === (end !== null)) return
    end?.()
    end = isHall ? begin(page) : null
  }
  follow(useStore.getState().session.hall !== null)
  const leave = useStore.subscribe(({ session }) => follow(session.hall !== null))
  return () => {
    leave()
    end?.()
  }
}

const begin = (page: Window): (() => void) => {
  const root = page.document.documentElement
  const { activeElement } = page.document
  const held =
    activeElement instanceof HTMLElement || activeElement instanceof SVGElement ? activeElement : null
  root.setAttribute('data-hall', '')
  held?.blur()
  const ends = [listenForHall(page), keepFull(page), stayAwake(page), hideIdleMouse(page)]
  return () => {
    for (const each of ends) each()
    root.removeAttribute('data-hall')
    held?.focus({ preventScroll: true })
  }
}

const fields = 'textarea, [contenteditable="true"], input:not([type="range"]), select'

/** A number that is being typed has its own keys; a button that the keyboard has come to, its two. */
const isTaken = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof Element &&
  (target.closest(fields) !== null ||
    ((key === 'Enter' || key === ' ') && target.closest('button:focus-visible') !== null))

/** Before all others: in front of a hall an arrow steps, wherever the focus is. */
const listenForHall = (page: Window): (() => void) => {
  const press = (event: KeyboardEvent): void => {
    // Some clickers begin with F5: the page must not load anew under a lecture.
    if (event.key === 'F5' && !event.ctrlKey) event.preventDefault()
    const isElsewhere = isBelowDialog() || isTaken(event)
    const deed = isElsewhere ? null : hallDeeds.find(({ when }) => when(event))
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    // A button that is held down does not run ahead of the lecturer.
    if (event.repeat) return
    const { session, do: act } = useStore.getState()
    if (session.hall?.cover && !deed.covered) act.arrange({ cover: null })
    else deed.run()
  }
  page.addEventListener('keydown', press, { capture: true })
  return () => page.removeEventListener('keydown', press, { capture: true })
}

/** The whole screen as long as it is wanted; where the browser refuses it, or Escape gives it back, it is not. */
const keepFull = (page: Window): (() => void) => {
  const { document } = page
  const act = () => useStore.getState().do
  /** The presentation may end before the screen is granted. */
  let over = false
  const fill = (full: boolean): void => {
    if (full === (document.fullscreenElement !== null)) return
    const asked = full ? document.documentElement.requestFullscreen?.() : document.exitFullscreen()
    asked?.then(
      () => over && leaveFull(document),
      () => act().arrange({ full: false }),
    )
  }
  const changed = (): void => {
    const { hall, dialog } = useStore.getState().session
    if (document.fullscreenElement || !hall?.full) return
    // Escape leaves the whole screen without a key event of its own, and means what lies on top: the sheet of keys,
    // else the presentation.
    if (dialog === null) act().present(false)
    else {
      act().show(null)
      act().arrange({ full: false })
    }
  }
  fill(useStore.getState().session.hall?.full ?? false)
  const leave = useStore.subscribe(({ session: { hall } }, { session: { hall: before } }) => {
    // The change that began the presentation is told to this listener too.
    if (hall && before && hall.full !== before.full) fill(hall.full)
  })
  document.addEventListener('fullscreenchange', changed)
  return () => {
    leave()
    document.removeEventListener('fullscreenchange', changed)
    over = true
    leaveFull(document)
  }
}

const leaveFull = (document: Document): void => {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined)
}

/** The screen stays awake, also after the page was hidden for a while; where a browser cannot, it sleeps as it likes. */
const stayAwake = ({ document, navigator }: Window): (() => void) => {
  let lock: WakeLockSentinel | null = null
  let over = false
  const hold = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    try {
      lock = await navigator.wakeLock.request('screen')
      if (over) await lock.release()
    } catch {
      // A battery that runs low refuses it.
    }
  }
  hold()
  document.addEventListener('visibilitychange', hold)
  return () => {
    over = true
    document.removeEventListener('visibilitychange', hold)
    lock?.release().catch(() => undefined)
  }
}

/** The mouse is forgotten after so long without a move (ms). */
const idleAfter = 2000

const hideIdleMouse = (page: Window): (() => void) => {
  const root = page.document.documentElement
  let timer: number | undefined
  const rest = (): void => root.setAttribute('data-idle', '')
  const wake = (): void => {
    root.removeAttribute('data-idle')
    page.clearTimeout(timer)
    timer = page.setTimeout(rest, idleAfter)
  }
  wake()
  page.addEventListener('pointermove', wake)
  return () => {
    page.clearTimeout(timer)
    page.removeEventListener('pointermove', wake)
    root.removeAttribute('data-idle')
  }
}

import { budget } from '../lib/budget'
import { plainSettings } from '../lib/settings'
import { expectSlices } from '../program/drawable'
import { lecture } from '../program/lecture'
import { keepIn } from '../share/keep'
import { awaited, isCalledOff } from '../state/large'
import { begin, type Session } from '../state/session'
import { useStore } from '../state/store'
import { painted } from '../view/painted'
import { lines, read, titleOf, wear, wordOf } from './opening'

/** In milliseconds. */
const patience = 600

/**
 * The few effects: the theme and the page's title follow the session; after the first picture the address and this
 * browser's memory do, too. Returns the way back.
 */
export const connect = async (page: Window): Promise<() => void> => {
  const expectNone = expectSlices()
  const { location, document } = page
  const keep = keepIn(() => page.localStorage)
  const { hash } = location
  const asked = read(hash)
  // A long link is likely a large circuit: what that takes comes while it is read.
  let large = hash.length > budget.longLink ? import('./large') : null
  large?.catch(() => undefined)
  const reading = await asked
  const linked = reading.kind === 'frame' ? reading.opened : null
  // The circuit alone is a page of its own.
  if (linked?.embed) location.replace(`embed.html${location.hash}`)
  const kept = keep.holdsWork() ? await restoredFrom(page, linked?.source ?? null) : null
  const opened = kept ?? linked
  if (opened?.place) await import('./telling').then(({ bringTelling }) => bringTelling())
  const chosen = { ...plainSettings, ...keep.settings() }
  const first = begin(opened ? lines(opened.source) : lecture[0].source, chosen, opened ?? {})
  // Who comes for the first time, and not for somebody's circuit, is shown around.
  const isNew = !keep.isKnown() && !opened
  useStore.setState({
    session: {
      ...first,
      lesson: isNew ? 'drag' : null,
      notice: kept && linked ? newer : wordOf(reading),
      past: kept && linked ? [{ source: lines(linked.source) }] : [],
    },
  })

  const follow = (session: Session, before: Session) => {
    if (session.settings !== before.settings || session.hall !== before.hall)
      wear(document.documentElement, session)
    // Being shown around is remembered too: it happens once.
    if (session.chosen !== before.chosen || session.lesson !== before.lesson)
      keep.keepSettings(session.chosen)
  }

  const begun = useStore.getState().session
  wear(document.documentElement, begun)
  document.title = titleOf(begun.source)
  const unsubscribe = useStore.subscribe((after, before) => follow(after.session, before.session))
  let stopLarge: (() => void) | null = null
  let isAsked = false
  /** What long texts and large circuits take is fetched when the first one comes. */
  const meetLarge = async (): Promise<void> => {
    const { session, do: deeds } = useStore.getState()
    const isLong = session.unread !== null && !session.unread.off
    const isLarge = awaited(session) !== null && !isCalledOff(session)
    if (isAsked || (!isLong && !isLarge)) return
    isAsked = true
    await (large ?? import('./large')).then(
      ({ keepLarge }) => {
        stopLarge = keepLarge(page)
      },
      () => {
        // What waits is as if called off: it is asked for by hand then, and so is this part.
        deeds.callOff()
        deeds.apply((now) => ({ ...now, unread: now.unread && { ...now.unread, off: true } }))
        isAsked = false
        large = null
        deeds.say('What large circuits need could not be fetched. Try again, or reload the page.')
      },
    )
  }
  const unsubscribeLarge = useStore.subscribe(meetLarge)
  // The page begins with its picture, or, if that takes long to be fetched or made, with word of what is being done.
  await Promise.race([meetLarge(), new Promise((go) => page.setTimeout(go, patience))])
  let stop: (() => void) | null = null
  // The picture comes with the second frame from here at the earliest.
  painted()
    .then(painted)
    .then(() => import('./keeping'))
    .then(
      ({ keepAll }) => {
        stop = keepAll(page, begun, { hash, isKept: kept !== null })
      },
      () => undefined,
    )
  return () => {
    expectNone()
    unsubscribe()
    unsubscribeLarge()
    stopLarge?.()
    stop?.()
  }
}

const newer = 'You had gone on from this link, and what you wrote is open. Undo brings the link’s own text.'

const restoredFrom = async (page: Window, linked: string | null) => {
  const shelf = await import('../share/restored').catch(() => null)
  return shelf?.restored(() => page.localStorage, page.location.hash, linked) ?? null
}

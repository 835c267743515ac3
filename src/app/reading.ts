import { keep, reading } from '../program/derive'
import { taken } from '../state/session'
import { useStore } from '../state/store'

/** Milliseconds: a slice leaves a frame time for everything else; what is done is told now and then. */
const slice = 10
const between = 100

type Work = { readonly source: string; readonly reader: ReturnType<typeof reading> }

/** Reads a long text in slices while the page goes on; one that has changed meanwhile is left for the new one. */
export const keepReading = (page: Window): (() => void) => {
  const { apply } = useStore.getState().do
  let work: Work | null = null
  let timer = 0
  let told = 0

  const go = (): void => {
    if (!work) return
    const { source, reader } = work
    const end = performance.now() + slice
    let step = reader.next()
    while (!step.done && performance.now() < end) step = reader.next()
    if (step.done) {
      work = null
      keep(source, step.value)
      apply(taken)
      return
    }
    const done = step.value
    timer = page.setTimeout(go)
    if (performance.now() < told + between) return
    told = performance.now()
    apply((session) => ({ ...session, unread: session.unread && { ...session.unread, done } }))
  }
  const stop = (): void => {
    page.clearTimeout(timer)
    work = null
  }
  const follow = (): void => {
    const { source, unread } = useStore.getState().session
    if (!unread || unread.off) stop()
    else if (work?.source !== source) {
      stop()
      work = { source, reader: reading(source) }
      timer = page.setTimeout(go)
    }
  }
  follow()
  const unsubscribe = useStore.subscribe(follow)
  return () => {
    unsubscribe()
    stop()
  }
}

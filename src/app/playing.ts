import { useStore } from '../state/store'

/** Between two steps at the usual pace, in ms: time to read one sentence. */
const usualPause = 2200

/** While the story plays, a step is taken after each pause. One timer at most. */
export const keepPlaying = (page: Window): (() => void) => {
  let timer: number | undefined

  const stop = () => {
    page.clearTimeout(timer)
    timer = undefined
  }
  const wait = () => {
    stop()
    const { playing, speed } = useStore.getState().session.course
    if (playing) timer = page.setTimeout(next, usualPause / speed)
  }
  const next = () => useStore.getState().do.stepOn()
  const leave = useStore.subscribe(({ session: { course } }, { session: { course: before } }) => {
    // A step taken by hand is read as long as any other.
    if (course !== before) wait()
  })
  return () => {
    stop()
    leave()
  }
}

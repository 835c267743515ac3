import { arrange } from '../layout/arrange'
import { type Before, standingBefore } from '../layout/before'
import type { Places } from '../layout/layout'
import type { Placed } from '../layout/placed'
import { type Plan, planOf } from '../layout/plan'
import { spaceOf } from '../layout/space'
import { buildVista } from '../scene/vista'
import type { Arranged } from '../state/arranged'
import { awaited, isCalledOff, roomFor } from '../state/large'
import { bring } from '../state/late'
import { useStore } from '../state/store'

/** Up to so many wires the first picture does not wait for a worker to start. */
const atOnce = 2000

type Answer = { readonly number: number; readonly places: Places }
type Job = Pick<Arranged, 'program' | 'digits' | 'opened'> & {
  readonly plan: Plan
  readonly before: Before | null
  readonly number: number
}

/**
 * Lays out large circuits as they come, by a worker where there is an address of one: the last one that was wanted
 * counts, answers to earlier ones are dropped.
 */
export const keepArranging = (page: Window, workerAddress: string | null): (() => void) => {
  bring({ buildVista })
  let job: Job | null = null
  let worker: Worker | null = null
  let number = 0

  const finish = ({ program, digits, opened, plan }: Job, places: Places): void => {
    const layout: Placed = { circuit: program.circuit, plan, places }
    const arranged = { program, digits, opened, layout, space: spaceOf(layout) }
    useStore.getState().do.apply((session) => ({ ...session, arranged }))
  }
  const receive = ({ data }: MessageEvent<Answer>): void => {
    if (job?.number !== data.number) return
    const done = job
    job = null
    finish(done, data.places)
  }
  const stop = (): void => {
    worker?.terminate()
    worker = null
    job = null
  }
  const fail = (): void => {
    stop()
    const { callOff, say } = useStore.getState().do
    callOff()
    say('The layout failed, perhaps for want of memory. Try again, or leave out a part of the text.')
  }
  const follow = (): void => {
    const { session } = useStore.getState()
    const program = awaited(session)
    if (isCalledOff(session)) stop()
    if (!program || isCalledOff(session)) return
    const { opened } = session
    const digits = roomFor(session)
    // Dragging an input while it is waited for asks for nothing else.
    if (job?.program.circuit === program.circuit && job.digits === digits && job.opened === opened) return
    // What is under way is for a text that is no longer there.
    if (job) stop()
    number += 1
    const { arranged } = session
    const before = arranged?.opened === opened ? standingBefore(arranged.layout, program.circuit) : null
    const next: Job = { program, digits, opened, plan: planOf(program.circuit, digits), number, before }
    const isFirst = session.arranged === null && program.circuit.wires.length <= atOnce
    if (workerAddress !== null && !isFirst) worker ??= workerIn(page, workerAddress, { receive, fail })
    if (!worker || isFirst) {
      finish(next, arrange(next.plan, before))
      return
    }
    job = next
    worker.postMessage({ number, plan: next.plan, before })
  }
  follow()
  const unsubscribe = useStore.subscribe(follow)
  return () => {
    unsubscribe()
    stop()
  }
}

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string }
}

let trusted: ReturnType<TrustedTypes['createPolicy']> | null = null

type Ears = { readonly receive: (answer: MessageEvent<Answer>) => void; readonly fail: () => void }

/** Null where a page may have none, as in a sandboxed frame: there layouts are made at once. */
const workerIn = (page: Window, workerAddress: string, { receive, fail }: Ears): Worker | null => {
  const { trustedTypes } = page as Window & { readonly trustedTypes?: TrustedTypes }
  // The one address that may ever become a script: our own, known when the page was built.
  trusted ??= trustedTypes?.createPolicy('layout-worker', { createScriptURL: () => workerAddress }) ?? null
  try {
    const worker = new Worker(trusted?.createScriptURL('') ?? workerAddress, { type: 'module' })
    worker.addEventListener('message', receive)
    worker.addEventListener('error', fail)
    return worker
  } catch {
    return null
  }
}

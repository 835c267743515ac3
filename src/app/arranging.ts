import type { Circuit } from '../circuit/circuit'
import { arrange } from '../layout/arrange'
import { type Before, standingBefore } from '../layout/before'
import type { Places } from '../layout/layout'
import type { Placed } from '../layout/placed'
import { type Plan, planning } from '../layout/plan'
import { spaceOf, type Tiles } from '../layout/space'
import { drained } from '../lib/drained'
import { buildVista } from '../scene/vista'
import { type Arranged, roomFor } from '../state/arranged'
import { awaited, isCalledOff } from '../state/large'
import { bring } from '../state/late'
import { settled } from '../state/refusing'
import { useStore } from '../state/store'

/** Up to so many wires the first picture does not wait for a worker to start. */
const atOnce = 2000

type Answer = { readonly number: number; readonly places: Places; readonly tiles: Tiles }
type Job = Pick<Arranged, 'program' | 'digits' | 'opened'> & { readonly number: number }
type Question = {
  readonly plan: Plan
  readonly before: Before | null
  /** It has hardly a wire of what stood before, and is seen from its own first sight. */
  readonly isOther: boolean
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
  /** What is asked is worked out in slices, too. */
  let timer = 0
  let asked: Question | null = null

  const finish = (
    { program, digits, opened }: Job,
    { plan, isOther }: Question,
    { places, tiles = null }: { readonly places: Places; readonly tiles?: Tiles | null },
  ): void => {
    const layout: Placed = { circuit: program.circuit, plan, places }
    const arranged = { program, digits, opened, layout, space: spaceOf(layout, tiles) }
    useStore.getState().do.apply((session) => {
      const others = session.others + Number(isOther)
      return settled({ ...session, arranged, others, before: null })
    })
  }
  const receive = ({ data }: MessageEvent<Answer>): void => {
    if (job?.number !== data.number || !asked) return
    const [done, question] = [job, asked]
    job = null
    asked = null
    finish(done, question, data)
  }
  const stop = (): void => {
    page.clearTimeout(timer)
    worker?.terminate()
    worker = null
    job = null
    asked = null
  }
  const fail = (): void => {
    stop()
    const { callOff, say } = useStore.getState().do
    callOff()
    say('The layout failed, perhaps for want of memory. Try again, or leave out a part of the text.')
  }
  const ask = (questioning: Generator<void, Question>): void => {
    const step = questioning.next()
    if (!step.done) {
      timer = page.setTimeout(ask, 0, questioning)
      return
    }
    asked = step.value
    const { plan, before } = asked
    worker?.postMessage({ number, plan, before })
  }
  const follow = (): void => {
    const { session } = useStore.getState()
    const program = awaited(session)
    // What is read meanwhile may be the same circuit.
    if (isCalledOff(session) || (job && !program && session.unread === null)) stop()
    if (!program || isCalledOff(session)) return
    const { opened, arranged } = session
    const digits = roomFor(session)
    // Dragging an input while it is waited for asks for nothing else.
    if (job?.program.circuit === program.circuit && job.digits === digits && job.opened === opened) return
    // What is under way is for a text that is no longer there.
    if (job) stop()
    number += 1
    const next: Job = { program, digits, opened, number }
    const earlier = arranged?.opened === opened ? arranged.layout : null
    const questioning = questionOf(program.circuit, digits, earlier)
    const isFirst = arranged === null && program.circuit.wires.length <= atOnce
    if (workerAddress !== null && !isFirst) worker ??= workerIn(page, workerAddress, { receive, fail })
    if (!worker || isFirst) {
      const at = drained(questioning)
      finish(next, at, { places: arrange(at.plan, at.before) })
      return
    }
    job = next
    timer = page.setTimeout(ask, 0, questioning)
  }
  follow()
  const unsubscribe = useStore.subscribe(follow)
  return () => {
    unsubscribe()
    stop()
  }
}

/** Of so much of the smaller circuit at most there is nothing to be kept. */
const hardly = 0.1

function* questionOf(circuit: Circuit, digits: number, earlier: Placed | null): Generator<void, Question> {
  const plan = yield* planning(circuit, digits)
  if (!earlier) return { plan, before: null, isOther: false }
  yield
  const before = standingBefore(earlier, circuit)
  const kept = before.heights.reduce((sum, height) => sum + Number(!Number.isNaN(height)), 0)
  const isOther = kept < hardly * Math.min(circuit.wires.length, earlier.circuit.wires.length)
  return { plan, before: isOther ? null : before, isOther }
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

/** What a piece of work that is done in slices comes to. */
export const drained = <Found>(work: Iterator<unknown, Found>): Found => {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

/** A part of a longer piece of work, from one share of the whole to another. */
export function* upTo<Found>(
  from: number,
  to: number,
  work: Generator<number, Found>,
): Generator<number, Found> {
  let step = work.next()
  for (; !step.done; step = work.next()) yield from + (to - from) * step.value
  return step.value
}

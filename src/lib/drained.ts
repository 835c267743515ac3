/** What a piece of work that is done in slices comes to. */
export const drained = <Found>(work: Iterator<unknown, Found>): Found => {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

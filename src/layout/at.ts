/** The item that must be there; that it is not is a bug. */
export const at = <T>(list: ArrayLike<T>, index: number): T => {
  const item = list[index]
  if (item === undefined) throw new RangeError(`nothing at ${index} of ${list.length}`)
  return item
}

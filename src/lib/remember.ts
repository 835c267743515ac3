/** `compute`, with its latest results remembered by argument: asking again returns the same reference. */
/* @__NO_SIDE_EFFECTS__ */
export const remember = <Key, Result>(compute: (key: Key) => Result, count = 4): ((key: Key) => Result) => {
  const known = new Map<Key, Result>()
  return (key) => {
    if (known.has(key)) return known.get(key) as Result
    const found = compute(key)
    const oldest = known.keys().next()
    if (known.size >= count && !oldest.done) known.delete(oldest.value)
    known.set(key, found)
    return found
  }
}

/** The same for several arguments, of which only the latest set is remembered. */
/* @__NO_SIDE_EFFECTS__ */
export const latest = <Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): ((...args: Args) => Result) => {
  let known: { readonly args: Args; readonly found: Result } | null = null
  return (...args) => {
    if (!known?.args.every((arg, i) => Object.is(arg, args[i]))) known = { args, found: compute(...args) }
    return known.found
  }
}

/** The same as long as the argument itself is there, however many there are. */
/* @__NO_SIDE_EFFECTS__ */
export const keptWith = <Key extends object, Result>(
  compute: (key: Key) => Result,
): ((key: Key) => Result) => {
  const known = new WeakMap<Key, { readonly found: Result }>()
  return (key) => {
    const kept = known.get(key) ?? { found: compute(key) }
    known.set(key, kept)
    return kept.found
  }
}

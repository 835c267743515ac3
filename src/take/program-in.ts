/** How a picture carries its program: an element of our own in its metadata. */
export const programSpace = 'urn:backflow:program'
export const programTag = 'backflow:program'

const largest = 1_000_000
const longestProgram = 65_536

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** The program that a picture of ours carries; null in every other. Read as text: nothing of it is ever drawn. */
export const programIn = (svg: string): string | null => {
  if (svg.length > largest || !svg.includes(programSpace)) return null
  const from = svg.indexOf(`<${programTag}`)
  const begin = svg.indexOf('>', from) + 1
  const end = svg.indexOf(`</${programTag}>`, begin)
  if (from < 0 || begin === 0 || end < 0) return null
  const text = svg.slice(begin, end)
  if (text.length > 6 * longestProgram || text.includes('<')) return null
  const program = text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) =>
    name.startsWith('#') ? characterOf(name.slice(1)) : (entities.get(name) ?? whole),
  )
  return program.length > longestProgram ? null : program
}

const characterOf = (number: string): string => {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

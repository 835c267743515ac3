import { budget } from '../lib/budget'
import type { Result } from '../lib/result'

/** Bytes of a file that are looked at: a program's, or a picture's that carries one. */
export const largestFile = 4 * budget.source

const refuse = (message: string, hint: string): Result<never> => ({
  ok: false,
  problems: [{ message, hint, span: { from: 0, to: 0 } }],
})

/** The program in a file: its text, or what one of our pictures carries; or why there is none. */
export const programInFile = (
  name: string,
  text: string,
  programIn: (svg: string) => string | null,
): Result<string> => {
  const called = `“${name.slice(0, 60)}”`
  if (text.length > largestFile)
    return refuse(`${called} is too large.`, 'A program has at most 8,000,000 characters.')
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<svg[\s>]/.test(text)) {
    const found = programIn(text)
    return found === null
      ? refuse(`${called} is a picture without a program in it.`, 'Pictures saved here carry theirs.')
      : { ok: true, value: found }
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell a text from other files
  if (/[\0-\x08\x0e-\x1f\ufffd]/.test(text))
    return refuse(`${called} is no text.`, 'Open a .txt or .py file, or a picture saved here.')
  if (text.length > budget.source)
    return refuse(`${called} is too long.`, 'A program has at most 8,000,000 characters.')
  return { ok: true, value: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }
}

/** A name for a file, from the last line: `f.txt`. */
export const fileNameOf = (source: string): string => {
  const last = source.split(/[\n;]/).findLast((line) => line.trim() !== '') ?? ''
  const [, name = ''] = /^\s*(\w{1,40})\s*=/.exec(last) ?? []
  return name || 'circuit'
}

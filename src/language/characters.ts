import type { Problem } from '../lib/result'

export const isDigit = (char: string): boolean => char >= '0' && char <= '9' && char.length === 1

/** ASCII and Greek letters and the underscore begin a name; π and σ are among them. */
export const beginsName = (char: string): boolean =>
  (char >= 'a' && char <= 'z') ||
  (char >= 'A' && char <= 'Z') ||
  char === '_' ||
  (char >= 'Ͱ' && char <= 'Ͽ' && /\p{L}/u.test(char))

export const continuesName = (char: string): boolean =>
  beginsName(char) || isDigit(char) || (char >= '₀' && char <= '₉')

/** Typographic signs and what they mean here. */
export const meaning: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['·', '*'],
  ['⋅', '*'],
  ['∙', '*'],
  ['×', '*'],
  ['÷', '/'],
  ['^', '**'],
])

/** Letters of other scripts that look like ours, in pairs. */
const lookAlikes = pairs(
  'аaеeоoрpсcхxуyіiјjѕsԁdһhԛqԝwАAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXµμ–-—-‐-‑-∗*⁄/∕/（(）)，,；;＝=＋+－-＊*／/．.，,',
)

function pairs(text: string): ReadonlyMap<string, string> {
  const chars = [...text]
  const found = new Map<string, string>()
  for (let i = 0; i + 1 < chars.length; i += 2) found.set(chars[i] as string, chars[i + 1] as string)
  return found
}

const fullWidthDigit = (char: string): string | null => {
  const code = char.codePointAt(0) ?? 0
  return code >= 0xff10 && code <= 0xff19 ? String(code - 0xff10) : null
}

const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const isVisible = (char: string): boolean => !/[\p{C}\p{Z}\p{M}]/u.test(char)

/** The problem of a character that has no place in a program, with the one it was mistaken for where there is one. */
export const strangeCharacter = (char: string, from: number): Problem => {
  const span = { from, to: from + char.length }
  const shown = isVisible(char)
    ? `\`${char}\` (${codePoint(char)})`
    : `The invisible character ${codePoint(char)}`
  const digit = fullWidthDigit(char)
  const twin = digit ?? lookAlikes.get(char)
  if (twin !== undefined && twin !== null) {
    const what = digit ? 'is a full-width digit' : `only looks like \`${twin}\``
    return {
      message: `${shown} ${what}.`,
      span,
      hint: `Write \`${twin}\` instead.`,
      fix: { label: `Replace it by ${twin}`, edits: [{ ...span, insert: twin }] },
    }
  }
  const letter = /\p{L}/u.test(char)
  return {
    message: letter
      ? `${shown} is not a letter that names can have.`
      : `${shown} has no meaning in a program.`,
    span,
    hint: letter ? 'Names are made of a–z, A–Z, Greek letters, digits and _.' : 'Take it out.',
    fix: { label: 'Take it out', edits: [{ ...span, insert: '' }] },
  }
}

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

/** The problem of characters that have no place in a program, with those they were mistaken for where there are. */
export const strangeCharacters = (chars: readonly string[], from: number): Problem => {
  const text = chars.join('')
  const [first = ''] = chars
  const span = { from, to: from + text.length }
  const many = chars.length > 1 ? ` and ${chars.length - 1} more here` : ''
  const shown =
    (isVisible(first)
      ? `\`${first}\` (${codePoint(first)})`
      : `The invisible character ${codePoint(first)}`) + many
  const twins = chars.map(twinOf)
  const twin = twins.every((each) => each !== null) ? twins.join('') : null
  if (twin !== null) {
    const digits = chars.every((char) => fullWidthDigit(char) !== null)
    const looks = chars.length > 1 ? 'only look like' : 'only looks like'
    return {
      message: digits ? `${shown} is a full-width digit.` : `${shown} ${looks} \`${twin}\`.`,
      span,
      hint: `Write \`${twin}\` instead.`,
      fix: { label: `Replace it by ${twin}`, edits: [{ ...span, insert: twin }] },
    }
  }
  const letter = /\p{L}/u.test(first)
  const is = chars.length > 1 ? 'are no letters' : 'is not a letter'
  const has = chars.length > 1 ? 'have' : 'has'
  return {
    message: letter ? `${shown} ${is} that names can have.` : `${shown} ${has} no meaning in a program.`,
    span,
    hint: letter ? 'Names are made of a–z, A–Z, Greek letters, digits and _.' : 'Take it out.',
    fix: { label: 'Take it out', edits: [{ ...span, insert: '' }] },
  }
}

const twinOf = (char: string): string | null => fullWidthDigit(char) ?? lookAlikes.get(char) ?? null

/** The picture's face: its digits, signs and letters are narrow and its digits are all of one width. */
const digit = 0.5

const widthInEm = (char: string): number => {
  if (/[ijlI.,:;'|!()[\]ft ]/.test(char)) return 0.34
  if (/[mwMWσπω@%]/.test(char)) return 0.84
  if (/[A-Z]/.test(char)) return 0.65
  if (char >= ' ' && char <= '~') return 0.56
  return 0.7
}

const emOf = (char: string): number => (/[0-9−+]/.test(char) ? digit : widthInEm(char))

/** Of the characters that are met all the time. */
const common = Float64Array.from({ length: 127 }, (_, code) => emOf(String.fromCharCode(code)))

const rareEm = (text: string): number => {
  let em = 0
  for (const char of text) em += emOf(char)
  return em
}

/** An upper estimate of how wide `text` is drawn at `size`, in the unit of `size`. Nothing is measured in a page. */
export const widthOf = (text: string, size: number): number => {
  let em = 0
  for (let i = 0; i < text.length; i++) {
    const known = common[text.charCodeAt(i)]
    // From the first rare one on by characters: some are two of these.
    if (known === undefined) return (em + rareEm(text.slice(i))) * size
    em += known
  }
  return em * size
}

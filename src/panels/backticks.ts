/** A sentence in pieces: what stands between backticks is code. */
export const piecesOf = (sentence: string): readonly { readonly text: string; readonly isCode: boolean }[] =>
  sentence
    .split('`')
    .map((text, index) => ({ text, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== '')

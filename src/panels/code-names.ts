import type { Dialect } from '../code/python'

/** What the languages of the code are called. */
export const codeNames: Readonly<Record<Dialect, string>> = {
  math: 'Python',
  numpy: 'NumPy',
  torch: 'PyTorch',
}

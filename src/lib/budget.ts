/** How much one program may ask for. Each is checked before the work it bounds. */
export const budget = {
  /** Characters of source text. */
  source: 8_000_000,
  /** Characters of a text that is read at once where a page waits; a longer one is read in slices. */
  atOnce: 40_000,
  /** Characters of a link that is likely one of a large circuit if it has more: what that takes is fetched with it. */
  longLink: 2000,
  /** Brackets inside brackets. */
  nesting: 200,
  /** Characters of one name. */
  name: 64,
  /** Gates of which all gates of the user's own are made, each taken apart. */
  bodies: 100_000,
  /** Wires of a circuit that is drawn whole; a larger one is seen through a window, for fitted it would be hairlines. */
  whole: 100,
  /** Wires of a circuit that is set number by number, on a page or in a file. */
  pages: 500,
  /** Gates of a circuit that is drawn at all. */
  drawn: 100_000,
  /** Pieces of wires beside which nothing else stands, in all columns of a layout. */
  lanes: 3_000_000,
  /** Gates of a circuit that is computed. */
  computed: 1_000_000,
} as const

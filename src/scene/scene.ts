import type { Box, Point } from '../layout/layout'

/** What a number, gate or badge is about: the question that pointing at it asks. Keys are wire keys. */
export type Subject =
  | { readonly about: 'value' | 'gradient' | 'gate'; readonly wire: string }
  | { readonly about: 'share'; readonly wire: string; readonly by: string; readonly port: number }

/** Where the arrow keys lead along the wires: what may come next, the numbers of one wire in one list. */
export type Walk = { readonly left: readonly Subject[]; readonly right: readonly Subject[] }

/** Equal for equal subjects. */
export const idOf = (subject: Subject): string =>
  subject.about === 'share'
    ? `share ${subject.wire} ${subject.by} ${subject.port}`
    : `${subject.about} ${subject.wire}`

/** `lit`: the number asked about; `factor`: a number that it was made of. */
export type Tone = 'plain' | 'lit' | 'factor'

/** A number as printed: baseline at its left end. */
export type Numeral = {
  readonly subject: Subject
  readonly text: string
  readonly at: Point
  readonly size: number
  readonly tone: Tone
  /** The sentence a screen reader speaks for it. */
  readonly label: string
  readonly walk: Walk
}

/** A small marked sign at a gate or input: it stands on a kink, or is the first to make NaN or ∞. */
export type Badge = { readonly kind: 'kink' | 'trouble'; readonly at: Point }

export type WireMark = {
  readonly kind: 'wire'
  readonly key: string
  /** `data-wire`: the wire's name, or its text. */
  readonly wire: string
  /** `data-value`, `data-gradient`: full precision; null while not shown. */
  readonly fullValue: string | null
  readonly fullGradient: string | null
  /** Lead (from a gate) and stub. */
  readonly path: readonly Point[]
  /** Where on the path an arrowhead points to, null where the wire starts at an input. */
  readonly arrow: Point | null
  readonly name: { readonly text: string; readonly full: string; readonly at: Point } | null
  readonly value: Numeral | null
  readonly gradient: Numeral | null
  /** Filled dot where the wire splits, and where to write `+=` (end of the text). */
  readonly fork: { readonly at: Point; readonly sum: Point | null } | null
  readonly badge: Badge | null
  /** Line width; a gradient of exactly 0 is a dashed hairline. */
  readonly width: number
  readonly dashed: boolean
  /** Does not reach the output. */
  readonly thin: boolean
  readonly role: 'input' | 'constant' | 'wire' | 'output'
  /** The whole wire in one sentence. */
  readonly label: string
  /** The caret stands in its text, or in that of a gate it ends at. */
  readonly pointed: boolean
}

export type BranchMark = {
  readonly kind: 'branch'
  readonly key: string
  readonly path: readonly Point[]
  readonly share: Numeral | null
  readonly width: number
  readonly dashed: boolean
  readonly thin: boolean
  readonly pointed: boolean
}

export type GateMark = {
  readonly kind: 'gate'
  readonly key: string
  readonly subject: Subject
  /** `data-gate`: the catalogue's name. */
  readonly gate: string
  readonly centre: Point
  readonly halfWidth: number
  readonly sign: { readonly text: string; readonly size: number }
  readonly tag: { readonly text: string; readonly at: Point } | null
  readonly badge: Badge | null
  readonly tone: Tone
  readonly thin: boolean
  readonly pointed: boolean
  readonly label: string
  readonly walk: Walk
}

export type Mark = WireMark | BranchMark | GateMark

/** What is drawn, finished: the painter does no arithmetic, no look-up and no formatting. */
export type Scene = {
  /** Painting order: branches, wires, gates. Reading order for the keyboard: left to right. */
  readonly marks: readonly Mark[]
  readonly bounds: Box
  /** Where Home and End lead: the numbers of the first input and of the output. */
  readonly ends: { readonly home: readonly Subject[]; readonly end: readonly Subject[] }
  /** The whole circuit in one sentence. */
  readonly label: string
}

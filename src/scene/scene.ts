import type { Use } from '../circuit/circuit'
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
  /** A running total that is not the whole gradient yet: `2/3`, two of three shares have come. */
  readonly heard: { readonly text: string; readonly at: Point } | null
}

/** What a wire wants of its number: to go up or down, with a force from 0 (faint) to 1, by the size of its gradient. */
export type Want = { readonly up: boolean; readonly force: number }

/** Seen in full, stepped back while something happens elsewhere, or out of what a gate can know. */
export type Sight = 'clear' | 'dim' | 'fog'

/** A small marked sign at a gate or input: it stands on a kink, or is the first to make NaN or ∞. */
export type Badge = { readonly kind: 'kink' | 'trouble'; readonly at: Point }

export type WireMark = {
  readonly kind: 'wire'
  readonly key: string
  /** `data-wire`: the wire's name, or its text; its key where that is very long. */
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
  readonly fork: { readonly at: Point | null; readonly sum: Point | null } | null
  readonly badge: Badge | null
  /** Line width; a gradient of exactly 0 is a dashed hairline. */
  readonly width: number
  readonly dashed: boolean
  /** Does not reach the output. */
  readonly thin: boolean
  readonly role: 'input' | 'constant' | 'wire' | 'output'
  /** The whole wire in one sentence. */
  readonly label: string
  /** What the sentence is made of, beside the numbers: what the wire is called, and where it comes from. */
  readonly words: { readonly called: string; readonly origin: string }
  /** Null where it is not shown, or there is nothing to want. */
  readonly want: Want | null
  /** The caret stands in its text, or in that of a gate it ends at. */
  readonly pointed: boolean
  readonly sight: Sight
}

export type BranchMark = {
  readonly kind: 'branch'
  readonly key: string
  readonly use: Use
  readonly path: readonly Point[]
  /** What of the path is drawn, where it is too long to be drawn whole. */
  readonly pieces?: readonly (readonly Point[])[]
  /** Where it leaves a trunk that it shares with others of its wire. */
  readonly junction: Point | null
  readonly share: Numeral | null
  readonly width: number
  readonly dashed: boolean
  readonly thin: boolean
  readonly pointed: boolean
  readonly sight: Sight
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
  /** What it is and makes; `silent` about what happened when it ran. */
  readonly label: string
  readonly silent: string
  readonly walk: Walk
  readonly sight: Sight
}

export type Mark = WireMark | BranchMark | GateMark

/** A piece of a line of arithmetic: what it is decides its colour and slant. */
export type Piece = { readonly text: string; readonly of: 'value' | 'gradient' | 'sign' }

/** The numbers that meet at a gate, a line for each product, on a card beside it that covers no number. */
export type Meeting = {
  /** The gate's key. */
  readonly key: string
  readonly box: Box
  /** From the card to the gate. */
  readonly tie: readonly [Point, Point]
  readonly rows: readonly { readonly at: Point; readonly pieces: readonly Piece[] }[]
}

/** A number on its way: from where it is written into a gate, or out of it to its place, where it then stands. */
export type Token = {
  readonly key: string
  readonly text: string
  readonly of: 'value' | 'gradient'
  readonly path: readonly Point[]
  /** The numbers that appear as it lands; none where it goes into a gate. */
  readonly lands: readonly Subject[]
}

/** One step, to be seen once: first what goes into the gate, then what comes out. */
export type Travel = {
  /** Another number: another step. */
  readonly stride: number
  readonly into: readonly Token[]
  readonly out: readonly Token[]
}

/** Very many lines or dots as one path: what is seen of them from afar, or of lines that only pass. */
export type Mass = {
  readonly key: string
  /** `passing`: lines among what is drawn in full. */
  readonly of: 'lines' | 'passing' | 'dots' | 'beacon'
  readonly d: string
  /** Of its strokes, in units. */
  readonly width: number
  /** From 0, a gradient of exactly 0 or one that is not known yet, to 4, by its size. */
  readonly weight: number
}

/** What a camera sees: a box of the picture, and how many CSS pixels a unit is. */
export type Window = {
  readonly box: Box
  readonly scale: number
  /** How much more than the box is drawn on each side, of its size: by default so much that not every move draws anew. */
  readonly beyond?: number
}

/** Where something happens: all of it, and then less and less of it, which is seen where that is more than there is room for. */
export type Focus = readonly [Box, ...Box[]]

/** A circuit too large to be drawn whole, to be looked at through a window. */
export type Vista = {
  /** What is to be drawn: marks from near, masses from afar, and a little more than the window holds. */
  readonly see: (window: Window) => Scene
  /** Whether what was drawn for one window does for another. */
  readonly holds: (seen: Window, window: Window) => boolean
  readonly placeOf: (subject: Subject) => Point | null
}

/** What is drawn, finished: the painter does no arithmetic, no look-up and no formatting. */
export type Scene = {
  /** Painting order: branches, wires, gates. Reading order for the keyboard: left to right. */
  readonly marks: readonly Mark[]
  /** The same with every number in its place: what answers to a finger never moves while numbers come and go. */
  readonly all: readonly Mark[]
  /** Below the marks; empty where all is drawn. */
  readonly masses: readonly Mass[]
  /** Null where the marks are all there is to draw. */
  readonly vista: Vista | null
  /** The whole, as on a map; empty where all is drawn. Made when a map asks, which comes after the picture. */
  readonly overview: () => readonly Mass[]
  readonly bounds: Box
  /** Where it happens: what a camera that cannot show everything turns to. */
  readonly focus: Focus | null
  readonly meeting: Meeting | null
  readonly travel: Travel | null
  /** Where Home and End lead: the numbers of the first input and of the output. */
  readonly ends: { readonly home: readonly Subject[]; readonly end: readonly Subject[] }
  /** The whole circuit in one sentence; `silent` of its output. */
  readonly label: string
  readonly silent: string
}

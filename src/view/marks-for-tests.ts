import type { WireId } from '../circuit/circuit'
import type { BranchMark, GateMark, Numeral, Scene, Subject, WireMark } from '../scene/scene'

const walk = {
  left: [],
  right: [{ about: 'gate' as const, wire: 'q' }],
}

const numeral = (subject: Subject, text: string, x: number, y: number): Numeral => ({
  subject,
  text,
  at: { x, y },
  size: 16,
  tone: 'plain',
  label: `${subject.about} of ${subject.wire}: ${text}`,
  walk,
  heard: null,
})

export const wire = (key: string, change: Partial<WireMark> = {}): WireMark => ({
  kind: 'wire',
  key,
  wire: key,
  fullValue: '-2',
  fullGradient: '-4',
  path: [
    { x: 50, y: 30 },
    { x: 120, y: 30 },
  ],
  arrow: null,
  name: { text: key, full: key, at: { x: 45, y: 24 } },
  value: numeral({ about: 'value', wire: key }, '−2', 55, 24),
  gradient: numeral({ about: 'gradient', wire: key }, '−4', 55, 47),
  fork: null,
  badge: null,
  width: 1.5,
  dashed: false,
  thin: false,
  pointed: false,
  role: 'input',
  label: `${key}: value −2, gradient −4, an input`,
  words: { called: key, origin: 'an input' },
  want: null,
  sight: 'clear',
  ...change,
})

export const branch = (key: string, change: Partial<BranchMark> = {}): BranchMark => ({
  kind: 'branch',
  key,
  use: { by: 0 as WireId, port: 0 },
  path: [],
  junction: null,
  share: null,
  width: 1,
  dashed: false,
  thin: false,
  pointed: false,
  sight: 'clear',
  ...change,
})

export const gate: GateMark = {
  kind: 'gate',
  key: 'gate:q',
  subject: { about: 'gate', wire: 'q' },
  gate: 'add',
  centre: { x: 200, y: 65 },
  halfWidth: 20,
  sign: { text: '+', size: 20 },
  tag: null,
  badge: null,
  tone: 'plain',
  thin: false,
  pointed: false,
  label: 'plus gate',
  silent: 'plus gate',
  walk: {
    left: [
      { about: 'value', wire: 'x' },
      { about: 'gradient', wire: 'x' },
    ],
    right: [],
  },
  sight: 'clear',
}

export const scene = (...marks: Scene['marks']): Scene => ({
  marks,
  all: marks,
  focus: null,
  meeting: null,
  masses: [],
  vista: null,
  overview: () => [],
  travel: null,
  bounds: { x: 0, y: 0, width: 300, height: 120 },
  ends: { home: [{ about: 'value', wire: 'x' }], end: [{ about: 'gate', wire: 'q' }] },
  label: 'a small circuit',
  silent: 'a small circuit',
})

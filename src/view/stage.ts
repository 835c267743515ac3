import { select } from 'd3'
import type { Point } from '../layout/layout'
import { smallSize, textSize } from '../layout/measure'
import type { Mark, Scene, Subject } from '../scene/scene'
import { type Asker, createAsking } from './asking'
import { createCamera } from './camera'
import { createGrabbing, gripAt, type Hand } from './grabbing'
import { hitsOf } from './hits'
import { branchPart } from './marks/branch'
import { gatePart } from './marks/gate'
import { gripPart } from './marks/grip'
import type { Hits } from './marks/numeral'
import { wirePart } from './marks/wire'
import { type Part, paint } from './parts'

export type Stage = {
  /** Makes the picture equal to the scene, in `milliseconds`; 0 writes at once. Idempotent. */
  readonly show: (scene: Scene, milliseconds: number) => void
  readonly fit: () => void
  /** The next picture is another one altogether: it is seen from its own first sight. */
  readonly forget: () => void
  readonly zoomBy: (factor: number) => void
  /** Where a number or gate is in the svg, in CSS pixels; null if it is not there. */
  readonly placeOf: (subject: Subject) => Point | null
  readonly focusOn: (subject: Subject) => void
  /** Leaves the svg as it was found. */
  readonly destroy: () => void
}

/** At first sight no text is smaller than this, in CSS pixels. */
const smallestText = 12

/** Beyond so many marks a change lands at once: moving them all would cost more frames than it is worth. */
const mostMoving = 250

/** What comes up from the picture; down goes `show`. */
export type Watcher = Asker & Hand & { readonly onView: () => void }

/** The painter: owns everything inside one `<svg>` and knows scenes, not circuits. */
export const createStage = (svg: SVGSVGElement, watcher: Watcher): Stage => {
  const found = [...svg.attributes].map(({ name, value }) => [name, value] as const)
  const layer = select(svg).append('g').attr('class', 'camera').node()
  if (!layer) throw new Error('the stage has no svg')
  const camera = createCamera(svg, layer, {
    isHandle: (target) => gripAt(target) !== null,
    onView: watcher.onView,
  })
  const asking = createAsking(svg, { ...watcher, reveal: camera.reveal })
  const stopGrabbing = createGrabbing(svg, { ...watcher, hold: asking.hold })
  svg.setAttribute('role', 'group')
  // Browsers make a tab stop of an svg that listens for focus.
  svg.setAttribute('tabindex', '-1')
  let shown: ReadonlySet<string> = new Set()

  return {
    show: (scene, wanted) => {
      const isFirst = shown.size === 0
      const milliseconds = isFirst || scene.marks.length > mostMoving ? 0 : wanted
      layer.setAttribute('class', milliseconds > 0 ? 'camera moving' : 'camera')
      svg.setAttribute('aria-label', scene.label)
      const keys = new Set(scene.marks.map((mark) => mark.key))
      if (![...shown].some((key) => keys.has(key))) camera.forget()
      shown = keys
      asking.through(() => paint(layer, layersOf(scene), milliseconds), scene.ends)
      camera.frame(scene.bounds, smallestText / smallestSize(scene.marks), milliseconds)
    },
    fit: () => camera.fit(0),
    forget: camera.forget,
    zoomBy: camera.zoomBy,
    placeOf: (subject) => {
      const point = asking.pointOf(subject)
      return point && camera.project(point)
    },
    focusOn: asking.focusOn,
    destroy: () => {
      stopGrabbing()
      asking.destroy()
      camera.destroy()
      layer.remove()
      for (const { name } of [...svg.attributes]) svg.removeAttribute(name)
      for (const [name, value] of found) svg.setAttribute(name, value)
    },
  }
}

const layersOf = (scene: Scene): readonly Part[] => {
  const hits = hitsOf(scene.marks)
  const parts = scene.marks.map((mark) => ({ kind: mark.kind, part: partFor(mark, hits) }))
  const grips = scene.marks.flatMap((mark) =>
    mark.kind === 'wire' && mark.role === 'input' ? [gripPart(mark, hits)] : [],
  )
  return [
    { key: 'grips', tag: 'g', attributes: { class: 'grips' }, parts: grips },
    ...layers.map(
      ([kind, name]): Part => ({
        key: name,
        tag: 'g',
        attributes: { class: name },
        parts: parts.filter((each) => each.kind === kind).map(({ part }) => part),
      }),
    ),
  ]
}

/** Painted in this order. */
const layers = [
  ['branch', 'branches'],
  ['wire', 'wires'],
  ['gate', 'gates'],
] as const

const partFor = (mark: Mark, hits: Hits): Part => {
  switch (mark.kind) {
    case 'branch':
      return branchPart(mark, hits)
    case 'wire':
      return wirePart(mark, hits)
    case 'gate':
      return gatePart(mark)
  }
}

/** The smallest text of a picture: names and values, or where there are any, shares, tags and `+=`. */
const smallestSize = (marks: readonly Mark[]): number => (marks.some(hasSmallText) ? smallSize : textSize)

const hasSmallText = (mark: Mark): boolean => {
  switch (mark.kind) {
    case 'branch':
      return mark.share !== null
    case 'wire':
      return mark.fork?.sum != null
    case 'gate':
      return mark.tag !== null
  }
}

import { select } from 'd3'
import { smallSize, textSize } from '../layout/measure'
import type { Mark, Scene } from '../scene/scene'
import { type Asker, createAsking } from './asking'
import { createCamera } from './camera'
import { hitsOf } from './hits'
import { branchPart } from './marks/branch'
import { gatePart } from './marks/gate'
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
  /** Leaves the svg as it was found. */
  readonly destroy: () => void
}

/** At first sight no text is smaller than this, in CSS pixels. */
const smallestText = 12

/** The painter: owns everything inside one `<svg>` and knows scenes, not circuits. */
export const createStage = (svg: SVGSVGElement, asker: Asker): Stage => {
  const found = [...svg.attributes].map(({ name, value }) => [name, value] as const)
  const layer = select(svg).append('g').attr('class', 'camera').node()
  if (!layer) throw new Error('the stage has no svg')
  const camera = createCamera(svg, layer)
  const asking = createAsking(svg, { ...asker, reveal: camera.reveal })
  svg.setAttribute('role', 'group')
  let shown: ReadonlySet<string> = new Set()

  return {
    show: (scene, milliseconds) => {
      svg.setAttribute('aria-label', scene.label)
      const keys = new Set(scene.marks.map((mark) => mark.key))
      if (![...shown].some((key) => keys.has(key))) camera.forget()
      shown = keys
      asking.through(() => paint(layer, layersOf(scene), milliseconds))
      camera.frame(scene.bounds, smallestText / smallestSize(scene.marks), milliseconds)
    },
    fit: () => camera.fit(0),
    forget: camera.forget,
    zoomBy: camera.zoomBy,
    destroy: () => {
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
  return layers.map(([kind, name]) => ({
    key: name,
    tag: 'g',
    attributes: { class: name },
    parts: parts.filter((each) => each.kind === kind).map(({ part }) => part),
  }))
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

import { select } from 'd3'
import type { Point } from '../layout/layout'
import { smallSize, textSize } from '../layout/measure'
import { remember } from '../lib/remember'
import type { BranchMark, Mark, Scene, Subject, Window } from '../scene/scene'
import { type Asker, createAsking } from './asking'
import { createCamera } from './camera'
import type { Hand, Hands } from './grabbing'
import { gripAt } from './grip'
import { hitsOf } from './hits'
import { branchPart } from './marks/branch'
import { gatePart } from './marks/gate'
import { gripPart } from './marks/grip'
import { massPart } from './marks/mass'
import { meetingPart } from './marks/meeting'
import type { Hits } from './marks/numeral'
import { wirePart } from './marks/wire'
import type { Minimap } from './minimap'
import { type Part, paint } from './parts'
import type { Floor, Size } from './sight'
import type { Travels } from './travels'

export type Stage = {
  /** Makes the picture equal to the scene, in `milliseconds`; 0 writes at once. For a hall it is large. Idempotent. */
  readonly show: (scene: Scene, milliseconds: number, hall?: boolean) => void
  readonly fit: () => void
  /** The next picture is another one altogether: it is seen from its own first sight. */
  readonly forget: () => void
  readonly zoomBy: (factor: number) => void
  /** Where a number or gate is in the svg, in CSS pixels; null if it is not there. */
  readonly placeOf: (subject: Subject) => Point | null
  readonly focusOn: (subject: Subject) => void
  /** Flies to a number or gate, and gives it the focus. */
  readonly flyTo: (subject: Subject, milliseconds: number) => void
  /** Hands come after the first picture. */
  readonly lend: (hands: Hands) => void
  /** Leaves the svg as it was found. */
  readonly destroy: () => void
}

/** A window in CSS pixels. */
const sizeOn = ({ box, scale }: Window): Size => ({ width: box.width * scale, height: box.height * scale })

const nowhere = { x: 0, y: 0, width: 1, height: 1 }

/** So long after its first picture, in milliseconds, a page has the most of its beginning behind it. */
const begun = 400

/** Beyond so many marks a change lands at once: moving them all would cost more frames than it is worth. */
const mostMoving = 250

/** What comes up from the picture; down goes `show`. */
export type Watcher = Asker &
  Hand & {
    readonly onView: () => void
    /** Whether the wheel zooms, as it does where it has nothing else to do. */
    readonly takesWheel?: (event: WheelEvent) => boolean
  }

/** The painter: owns everything inside one `<svg>` and knows scenes, not circuits. */
export const createStage = (svg: SVGSVGElement, watcher: Watcher): Stage => {
  const found = [...svg.attributes].map(({ name, value }) => [name, value] as const)
  const layer = select(svg).append('g').attr('class', 'camera').node()
  // What is painted lies apart from what travels over it.
  const canvas = layer && select(layer).append('g').attr('class', 'picture').node()
  if (!layer || !canvas) throw new Error('the stage has no svg')
  const camera = createCamera(svg, layer, {
    isHandle: (target) => gripAt(target) !== null,
    onView: () => {
      look()
      watcher.onView()
    },
    takesWheel: watcher.takesWheel ?? (() => true),
  })
  const asking = createAsking(svg, {
    ...watcher,
    reveal: camera.reveal,
    isElsewhere: (subject) => current?.vista?.placeOf(subject) != null,
    seek: (subject) => {
      const point = current?.vista?.placeOf(subject)
      if (point) camera.flyTo(point, 0)
      return Boolean(point)
    },
  })
  /** Numbers on their way come after the first picture. */
  let travels: Travels | null = null
  import('./travels').then(
    ({ createTravels }) => {
      if (layer.isConnected) travels = createTravels(layer, asking.elementOf)
    },
    () => undefined,
  )
  let stopGrabbing = (): void => {}
  svg.setAttribute('role', 'group')
  // Browsers make a tab stop of an svg that listens for focus.
  svg.setAttribute('tabindex', '-1')
  let shown: ReadonlySet<string> = new Set()
  let minimap: Minimap | null = null
  let current: Scene | null = null
  /** The window that was last drawn for. */
  let seen: Window | null = null
  /** Where a page begins with a large picture, nothing is drawn for a moment beyond what is in sight, nor what is to be pressed. */
  let widening: ReturnType<typeof setTimeout> | undefined
  let isBeginning = true
  let isShowing = false

  const draw = (scene: Scene, milliseconds: number): void =>
    asking.through(
      () => paint(canvas, layersOf(scene, !current?.vista || !isBeginning), milliseconds),
      scene.ends,
    )

  /** Of a large picture, draws what has come into view. */
  function look(): void {
    if (!current?.vista) return
    const window = camera.window()
    minimap?.follow(window, sizeOn(window))
    if (seen && current.vista.holds(seen, window)) return
    // Who moves it sees what is beyond.
    seen = isBeginning && isShowing ? { ...window, beyond: 0 } : window
    draw(current.vista.see(seen), 0)
    widening ??= setTimeout(() => {
      isBeginning = false
      seen = null
      look()
    }, begun)
  }

  /** The map comes after the picture. */
  function fetchMap(): void {
    import('./minimap').then(
      ({ createMinimap }) => {
        if (!layer?.isConnected || minimap) return
        minimap = createMinimap(svg, camera.centre)
        minimap.show(current?.vista ? current.overview() : null, current?.bounds ?? nowhere)
        const window = camera.window()
        minimap.follow(window, sizeOn(window))
      },
      () => undefined,
    )
  }

  return {
    show: (scene, wanted, hall = false) => {
      const isFirst = shown.size === 0 && !current?.vista
      const isLarge = scene.vista !== null || scene.marks.length > mostMoving
      const milliseconds = isFirst || isLarge ? 0 : wanted
      const wasVista = current?.vista != null
      if (current && !wasVista) isBeginning = false
      isShowing = true
      current = scene
      seen = null
      layer.setAttribute('class', milliseconds > 0 ? 'camera moving' : 'camera')
      svg.setAttribute('aria-label', scene.label)
      const keys = new Set(scene.marks.map((mark) => mark.key))
      if (!(wasVista && scene.vista) && ![...shown].some((key) => keys.has(key))) camera.forget()
      shown = keys
      if (!scene.vista) draw(scene, milliseconds)
      if (scene.vista && !minimap) fetchMap()
      minimap?.show(scene.vista && scene.overview(), scene.bounds)
      camera.frame(scene.bounds, floorOf(scene, hall), milliseconds)
      camera.turnTo(scene.focus, milliseconds)
      travels?.run(scene.travel, milliseconds)
      look()
      isShowing = false
    },
    fit: () => camera.fit(0),
    forget: camera.forget,
    zoomBy: camera.zoomBy,
    placeOf: (subject) => {
      const point = asking.pointOf(subject) ?? current?.vista?.placeOf(subject)
      return point ? camera.project(point) : null
    },
    focusOn: asking.focusOn,
    flyTo: (subject, milliseconds) => {
      const point = asking.pointOf(subject) ?? current?.vista?.placeOf(subject)
      if (!point) return
      camera.flyTo(point, milliseconds, () => {
        // A number that is not told yet has its gate in its place.
        const isThere = asking.elementOf(subject) !== null
        asking.focusOn(isThere ? subject : { about: 'gate', wire: subject.wire })
      })
    },
    lend: (hands) => {
      stopGrabbing()
      stopGrabbing = hands(svg, { ...watcher, hold: asking.hold })
    },
    destroy: () => {
      clearTimeout(widening)
      travels?.stop()
      stopGrabbing()
      asking.destroy()
      camera.destroy()
      minimap?.destroy()
      layer.remove()
      for (const { name } of [...svg.attributes]) svg.removeAttribute(name)
      for (const [name, value] of found) svg.setAttribute(name, value)
    },
  }
}

const hitsIn = remember((all: readonly Mark[]) => hitsOf(all))

const floorOf = ({ vista, ends, all }: Scene, hall: boolean): Floor => {
  const [home] = ends.home
  const isLarge = vista !== null
  const smallest = isLarge ? smallSize : smallestSize(all)
  const place = home ? (vista ? vista.placeOf(home) : placeIn(all, home)) : null
  return { smallest, hall, isLarge, home: place }
}

/** Where the number of a wire is read. */
const placeIn = (all: readonly Mark[], { wire }: Subject): Point | null => {
  const mark = all.find((each) => each.kind === 'wire' && each.key === wire)
  return mark?.kind === 'wire' ? (mark.value?.at ?? null) : null
}

/** All that is painted of a scene; where numbers need not answer yet, without the areas that do. */
export const layersOf = (scene: Scene, answers = true): readonly Part[] => {
  const hits = answers ? hitsIn(scene.all) : null
  const parts = scene.marks.map((mark) => ({
    kind: mark.kind,
    part: partFor(mark, hits),
    over: mark.kind === 'branch' ? overOthers(mark) : 0,
  }))
  const grips = scene.marks.flatMap((mark) =>
    hits && mark.kind === 'wire' && mark.role === 'input' ? [gripPart(mark, hits)] : [],
  )
  return [
    layer('masses', scene.masses.map(massPart)),
    layer('grips', grips),
    ...layers.map(([kind, name]) =>
      layer(
        name,
        parts
          .filter((each) => each.kind === kind)
          .toSorted((a, b) => a.over - b.over)
          .map(({ part }) => part),
      ),
    ),
    layer('meetings', scene.meeting ? [meetingPart(scene.meeting)] : []),
  ]
}

const layer = (key: string, parts: readonly Part[]): Part => ({
  key,
  tag: 'g',
  attributes: { class: key },
  parts,
})

/** Branches share trunks: what is looked at lies over what has stepped back, and what is alive over what leads nowhere. */
const overOthers = ({ sight, pointed, thin }: BranchMark): number =>
  (sight === 'clear' ? 4 : 0) + (pointed ? 2 : 0) + (thin ? 0 : 1)

/** Painted in this order. */
const layers = [
  ['branch', 'branches'],
  ['wire', 'wires'],
  ['gate', 'gates'],
] as const

/** A mark that is the same is painted as the same part: the painter passes over it. */
const made = new WeakMap<Mark, { readonly hits: Hits | null; readonly part: Part }>()

const partFor = (mark: Mark, hits: Hits | null): Part => {
  const known = made.get(mark)
  if (known?.hits === hits) return known.part
  const part = makePart(mark, hits)
  made.set(mark, { hits, part })
  return part
}

const makePart = (mark: Mark, hits: Hits | null): Part => {
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
const smallestSize = remember((all: readonly Mark[]): number =>
  all.some(hasSmallText) ? smallSize : textSize,
)

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

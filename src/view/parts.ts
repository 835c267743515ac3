import { interrupt, select } from 'd3'
import type { Point } from '../layout/layout'
import type { Subject } from '../scene/scene'

/** One element of the picture, described: what it is called among its siblings, what it carries, what it asks. */
export type Part = {
  readonly key: string
  readonly tag: 'g' | 'path' | 'rect' | 'circle' | 'text' | 'title'
  /** Null: the attribute is absent. */
  readonly attributes: Readonly<Record<string, string | number | null>>
  readonly text?: string
  readonly parts?: readonly Part[]
  /** A thing that can be pointed at, and where it is read. */
  readonly ask?: { readonly subject: Subject; readonly at: Point }
}

const namespace = 'http://www.w3.org/2000/svg'

/** Geometry glides to its new place; everything else is written at once. */
const glides = new Set(['d', 'transform', 'x', 'y', 'width'])

/** Makes the children of `parent` equal to `parts`: an element keeps its identity as long as its key stays. */
export const paint = (parent: Element, parts: readonly Part[], milliseconds: number): void => {
  select(parent)
    .selectChildren<SVGElement, Part>()
    .data(parts, (part) => part.key)
    .join((enter) => enter.append((part) => parent.ownerDocument.createElementNS(namespace, part.tag)))
    .each(function (part) {
      dress(this, part, milliseconds)
    })
}

export const partOf = (element: Element): Part => select<Element, Part>(element).datum()

const dress = (element: SVGElement, part: Part, milliseconds: number): void => {
  for (const [name, value] of Object.entries(part.attributes)) {
    const now = element.getAttribute(name)
    if (glides.has(name)) interrupt(element, name)
    if (value === null) {
      if (now !== null) element.removeAttribute(name)
    } else if (now !== String(value)) {
      if (milliseconds > 0 && now !== null && glides.has(name) && sameSteps(now, String(value)))
        select(element).transition(name).duration(milliseconds).attr(name, value)
      else element.setAttribute(name, String(value))
    }
  }
  if (part.text !== undefined && element.textContent !== part.text) element.textContent = part.text
  if (part.parts) paint(element, part.parts, milliseconds)
}

/** A path of other steps has no in-between. */
const sameSteps = (before: string, after: string): boolean =>
  before.replace(/[^A-Za-z]/g, '') === after.replace(/[^A-Za-z]/g, '')

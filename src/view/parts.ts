import { interrupt, select } from 'd3'
import type { Point } from '../layout/layout'
import type { Subject, Walk } from '../scene/scene'

/** One element of the picture, described: what it is called among its siblings, what it carries, what it asks. */
export type Part = {
  readonly key: string
  readonly tag: 'g' | 'path' | 'rect' | 'circle' | 'text' | 'tspan' | 'title'
  /** Null: the attribute is absent. */
  readonly attributes: Readonly<Record<string, string | number | null>>
  readonly text?: string
  readonly parts?: readonly Part[]
  /** One part more, below the others, while this is where Tab stops: hardly one of hundreds ever is. */
  readonly ring?: Part
  /** Fades out when it goes, where there is time for it. */
  readonly fades?: true
  /** A thing that can be pointed at, and where it is read. */
  readonly ask?: { readonly subject: Subject; readonly at: Point; readonly walk: Walk }
}

const namespace = 'http://www.w3.org/2000/svg'

/** Geometry glides to its new place; everything else is written at once. */
const glides = new Set(['d', 'transform', 'x', 'y', 'width'])

/** Makes the children of `parent` equal to `parts`: an element keeps its identity as long as its key stays. */
export const paint = (parent: Element, parts: readonly Part[], milliseconds: number): void => {
  // Of what is new there is nothing to be joined with.
  if (!parent.hasChildNodes()) {
    for (const part of parts) parent.append(made(parent, part))
    return
  }
  select(parent)
    .selectChildren<SVGElement, Part>(':not(.leaving)')
    .data(parts, (part) => part.key)
    .join(
      (enter) => enter.append((part) => made(parent, part)),
      (update) => update,
      (exit) =>
        exit.each(function (part) {
          if (part.fades && milliseconds > 0 && !this.contains(parent.ownerDocument.activeElement))
            leave(this, milliseconds)
          else this.remove()
        }),
    )
    .each(function (part) {
      dress(this, part, milliseconds)
    })
}

/** Where D3 keeps what is bound to an element; to make a selection of each new one takes longer than the element. */
type Bound = { __data__?: Part }

/** A new element, dressed; the picture is as deep as marks are. */
const made = (parent: Element, part: Part): SVGElement => {
  const element: SVGElement & Bound = parent.ownerDocument.createElementNS(namespace, part.tag)
  element.__data__ = part
  worn.set(element, part)
  for (const name in part.attributes) {
    const value = part.attributes[name] ?? null
    if (value !== null) element.setAttribute(name, String(value))
  }
  if (part.text !== undefined) element.textContent = part.text
  const { parts } = part
  if (parts) for (let i = 0; i < parts.length; i++) element.append(made(element, parts[i] as Part))
  return element
}

/** On its way out an element is a shadow: nothing is told of it, and nothing answers. */
const leave = (element: SVGElement, milliseconds: number): void => {
  for (const each of [element, ...element.querySelectorAll('*')])
    for (const { name } of [...each.attributes])
      if (/^(role|tabindex|aria-|data-(?!tone))/.test(name)) each.removeAttribute(name)
  element.classList.add('leaving')
  element.setAttribute('aria-hidden', 'true')
  select(element).transition('leave').duration(milliseconds).style('opacity', 0).remove()
}

export const partOf = (element: Element): Part => select<Element, Part>(element).datum()

/** What an element wears since it was last painted: the page need not be asked. */
const worn = new WeakMap<Element, Part>()

const dress = (element: SVGElement, part: Part, milliseconds: number): void => {
  const before = worn.get(element)
  if (before === part) return
  worn.set(element, part)
  // D3 keeps an element's transitions there; one that is under way has not yet arrived at what it wears.
  const settled = before !== undefined && !('__transition' in element)
  for (const name in part.attributes) {
    const value = part.attributes[name] ?? null
    if (!settled || before.attributes[name] !== value) write(element, { name, value }, milliseconds)
  }
  if (part.text !== undefined && before?.text !== part.text) element.textContent = part.text
  if (part.parts) paint(element, partsOf(element, part, part.parts), milliseconds)
}

const partsOf = (element: Element, { ring }: Part, parts: readonly Part[]): readonly Part[] =>
  ring && element.getAttribute('tabindex') === '0' ? [ring, ...parts] : parts

/** Puts an element where Tab stops, or takes it from there. */
export const stopAt = (element: Element, isStop: boolean): void => {
  element.setAttribute('tabindex', isStop ? '0' : '-1')
  const part = worn.get(element)
  if (part?.ring && part.parts) paint(element, partsOf(element, part, part.parts), 0)
}

const write = (
  element: SVGElement,
  { name, value }: { readonly name: string; readonly value: string | number | null },
  milliseconds: number,
): void => {
  if (glides.has(name)) interrupt(element, name)
  const now = element.getAttribute(name)
  const next = value === null ? null : String(value)
  if (now === next) return
  if (next === null) element.removeAttribute(name)
  else if (milliseconds > 0 && now !== null && glides.has(name) && sameSteps(now, next))
    select(element).transition(name).duration(milliseconds).attr(name, next)
  else element.setAttribute(name, next)
}

/** A path of other steps has no in-between. */
const sameSteps = (before: string, after: string): boolean =>
  before.replace(/[^A-Za-z]/g, '') === after.replace(/[^A-Za-z]/g, '')

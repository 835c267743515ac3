import type { Box } from '../layout/layout'
import { margin } from '../layout/measure'
import type { Scene } from '../scene/scene'
import { programSpace, programTag } from '../take/program-in'
import { paint } from './parts'
import { layersOf } from './stage'

const namespace = 'http://www.w3.org/2000/svg'

/** The scene in an svg of its own: painted at once, without a camera, nothing in it to be pointed at. */
export const paintStill = (svg: SVGSVGElement, scene: Scene): void => {
  const canvas = svg.ownerDocument.createElementNS(namespace, 'g')
  canvas.setAttribute('class', 'picture')
  paint(canvas, layersOf(scene, false), 0)
  for (const part of canvas.querySelectorAll('.grips, .ring, .box')) part.remove()
  for (const part of canvas.querySelectorAll('*'))
    for (const { name } of [...part.attributes])
      if (/^(aria-|role$|tabindex$)/.test(name)) part.removeAttribute(name)
  const { x, y, width, height } = frameOf(scene)
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`)
  svg.setAttribute('class', 'stage still')
  svg.replaceChildren(canvas)
}

/** The picture, and the card where that lies beyond it, in whole units: no pixel at the edge is cut. */
const frameOf = ({ bounds, meeting }: Scene): Box => {
  const boxes = [bounds, ...(meeting ? [grown(meeting.box, margin / 2)] : [])]
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))].map(
    Math.floor,
  ) as [number, number]
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: Math.ceil(right - x), height: Math.ceil(bottom - y) }
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** What of a style is written into a file, and what it is where nothing is written. */
const styles = [
  ['fill', 'rgb(0, 0, 0)'],
  ['stroke', 'none'],
  ['stroke-width', '1px'],
  ['stroke-dasharray', 'none'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['opacity', '1'],
  ['fill-opacity', '1'],
  ['stroke-opacity', '1'],
  ['paint-order', 'normal'],
  ['font-family', ''],
  ['font-size', ''],
  ['font-style', 'normal'],
  ['font-weight', '400'],
  ['text-anchor', 'start'],
  ['dominant-baseline', 'auto'],
] as const

export type Caption = {
  readonly title: string
  readonly description: string
  readonly program: string
}
export type Paper = Caption & {
  /** Null: nothing behind the picture. */
  readonly ground: string | null
  /** Style sheets that a picture carries which cannot ask the page for its typeface. */
  readonly fonts?: string
}

/**
 * A file of the picture: real text, its colours and typeface written into it, a title and a description, and the
 * program as metadata. `svg` stands in the page, where style sheets reach it.
 */
export const fileOf = (svg: SVGSVGElement, { title, description, program, ground, fonts }: Paper): string => {
  const page = svg.ownerDocument
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [drawn, written] = [svg, copy].map((root) => [...root.querySelectorAll('*')]) as [
    Element[],
    Element[],
  ]
  written.forEach((element, i) => {
    inline(element, page.defaultView?.getComputedStyle(drawn[i] as Element))
  })
  const { x, y, width, height } = svg.viewBox.baseVal
  const make = (tag: string, text = ''): SVGElement => {
    const element = page.createElementNS(namespace, tag)
    element.textContent = text
    return element
  }
  const head = [make('title', clean(title)), make('desc', clean(description))]
  const metadata = make('metadata')
  const held = page.createElementNS(programSpace, programTag)
  held.textContent = clean(program)
  metadata.append(held)
  head.push(metadata)
  if (fonts) head.push(make('style', fonts))
  if (ground !== null) {
    const paper = make('rect')
    for (const [name, value] of Object.entries({ x, y, width, height, fill: ground }))
      paper.setAttribute(name, String(value))
    head.push(paper)
  }
  copy.prepend(...head)
  copy.removeAttribute('class')
  copy.setAttribute('role', 'img')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return new XMLSerializer().serializeToString(copy)
}

const inline = (element: Element, computed: CSSStyleDeclaration | undefined): void => {
  for (const name of ['class', 'style', 'data-tone', 'data-heard', 'data-role', 'data-branch'])
    element.removeAttribute(name)
  const isText = /^(text|tspan)$/.test(element.tagName)
  const isShape = /^(path|rect|circle)$/.test(element.tagName)
  for (const [name, usual] of styles) {
    const value = computed?.getPropertyValue(name) ?? ''
    if (value === '' || value === usual) continue
    const isOfText = /^(font|text|dominant)/.test(name)
    const isWanted = isOfText ? isText : name === 'opacity' || isShape || isText
    if (isWanted) element.setAttribute(name, plainColour(value))
  }
}

/** A colour that the page has mixed, as every reader of such files knows it. */
const plainColour = (value: string): string =>
  value.replace(/^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)\)$/, (_, ...mixed: string[]) => {
    const [red, green, blue] = mixed.slice(0, 3).map((share) => Math.round(255 * Number(share)))
    return `rgb(${red}, ${green}, ${blue})`
  })

/** Characters that XML cannot hold have no meaning in a program either. */
const clean = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')

import { expect, type Page, test } from '@playwright/test'
import { place } from '../src/layout/place'
import { compile } from '../src/program/derive'
import { gallery } from '../src/program/gallery'
import type { Example } from '../src/program/lecture'
import { button, number, open, turnTo } from './helpers/app'
import { type Box, clipped, overlaps, type Shapes, shapesOf, type Text } from './helpers/geometry'

const examples = ['circuit-1', 'circuit-2', 'circuit-3', 'staged', 'loss', 'neuron'].map((id) => {
  const example = gallery.find((each) => each.id === id)
  if (!example) throw new Error(`the gallery has no ${id}`)
  return example
})

/** They differ in the weight of the numbers, too. */
const themes = ['light', 'dark', 'lecture'] as const

const screens = [
  { name: 'a laptop', viewport: { width: 1280, height: 720 } },
  { name: 'a phone', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  { name: 'a large screen', viewport: { width: 1920, height: 1080 } },
] as const

/** The shapes of a program that is open; where nobody asked for digits, there is room for two. */
const shapesOn = (
  page: Page,
  { source, digits = 2 }: Pick<Example, 'source' | 'digits'>,
): Promise<Shapes> => {
  const program = compile(source)
  if (!program.ok) throw new Error(program.problems[0]?.message)
  return shapesOf(page, place(program.value.circuit, { digits }).bounds)
}

/** At first sight no text is smaller, in CSS pixels. */
const smallestText = 12

const tooSmall = ({ texts }: Shapes): readonly string[] =>
  texts
    .filter(({ size }) => size < smallestText - 0.01)
    .map(({ called, size }) => `${called} is set in ${size.toFixed(2)} px`)

const tooWide = async (page: Page): Promise<readonly string[]> => {
  const width = page.viewportSize()?.width ?? 0
  const needed = await page.evaluate(() => document.documentElement.scrollWidth)
  return needed > width ? [`the page is ${needed} px wide on a screen of ${width}`] : []
}

/** What is written outside of the picture and does not fit into what it stands in. */
const cutOutside = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // These keep their text to their own box, whatever their overflow.
    const boxed = 'button, input, label, h1, h2, h3, code'
    const cuts = (element: Element, axis: 'overflowX' | 'overflowY') =>
      element.matches(boxed) || ['hidden', 'clip'].includes(getComputedStyle(element)[axis])
    const cutAt = (element: Element): readonly string[] => [
      ...(cuts(element, 'overflowX') && element.scrollWidth > element.clientWidth ? ['right'] : []),
      ...(cuts(element, 'overflowY') && element.scrollHeight > element.clientHeight ? ['bottom'] : []),
    ]
    // What runs along in a line of text has no box of its own to be cut by.
    const hasBox = (element: Element) =>
      element.checkVisibility() && getComputedStyle(element).display !== 'inline'
    return [...document.body.querySelectorAll('*:not(svg, svg *)')].filter(hasBox).flatMap((element) => {
      const said = element.getAttribute('aria-label') ?? element.textContent
      const called = `${element.localName}.${element.className} “${said.slice(0, 40)}”`
      return cutAt(element).map((side) => `${called} is cut at the ${side}`)
    })
  })

for (const { name, ...screen } of screens)
  test.describe(`on ${name}`, () => {
    test.use(screen)
    test('nothing overlaps, is cut or too small to read, in any theme', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await open(page)
      for (const example of examples)
        for (const theme of themes) {
          await turnTo(page, example, theme)
          const shapes = await shapesOn(page, example)
          const found = [
            ...overlaps(shapes),
            ...clipped(shapes, shapes.stage, shapes.beyond),
            ...tooSmall(shapes),
            ...(await tooWide(page)),
            ...(await cutOutside(page)),
          ]
          expect.soft(found, `${example.id} in the ${theme} theme`).toEqual([])
        }
      await button(page, 'Gallery').click()
      expect(await cutOutside(page)).toEqual([])
    })
  })

test('no circuit of the whole gallery has anything on anything else', async ({ page }) => {
  await open(page)
  for (const example of gallery) {
    await turnTo(page, example)
    expect.soft(overlaps(await shapesOn(page, example)), example.id).toEqual([])
  }
})

test('a number pushed onto a gate and a field too short for its number are found on the page', async ({
  page,
}) => {
  const program = { source: 'x = 0.123456789012345\nf = x + 1' }
  await open(page, program.source)
  await number(page, 'value of f').evaluate((value) => {
    const [sign, digits] = [document.querySelector('[data-gate] .sign'), value.querySelector('.digits')]
    for (const name of ['x', 'y']) digits?.setAttribute(name, sign?.getAttribute(name) ?? '')
  })
  expect(overlaps(await shapesOn(page, program))).toEqual([
    expect.stringMatching(/^value of f \(1.12\) and sign of gate \S+ \(\+1\) overlap$/),
    expect.stringMatching(/^value of f \(1.12\) lies on gate \S+$/),
    'wire f runs through value of f (1.12)',
  ])
  expect(await cutOutside(page)).toEqual([expect.stringMatching(/^input\.entry .* is cut at the right$/)])
})

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

const sheet = box(0, 0, 400, 200)
const blank: Shapes = { texts: [], bodies: [], lines: [], bounds: sheet, stage: sheet, beyond: [] }

const text = (called: string, ink: Box, more: Partial<Text> = {}): Text => ({
  owner: called,
  kind: 'value',
  called,
  size: 16,
  ink,
  ...more,
})
const a = text('a', box(100, 50, 40, 14))
const gate = { owner: 'plus', called: 'plus', box: box(200, 100, 40, 40) }
const sign = (ink: Box) => text('+', ink, { owner: 'plus', kind: 'sign' })
const line = (owner: string, ...points: readonly (readonly [number, number])[]) => ({
  owner,
  called: `line of ${owner}`,
  points: points.map(([x, y]) => ({ x, y })),
  width: 2,
})

const collisions: readonly (readonly [string, Partial<Shapes>, readonly string[]])[] = [
  ['two texts that overlap', { texts: [a, text('b', box(138, 52, 40, 14))] }, ['a and b overlap']],
  ['no texts that only touch', { texts: [a, text('b', box(139.5, 52, 40, 14))] }, []],
  [
    'a text on a gate that is not its own',
    { texts: [text('b', box(230, 110, 40, 14))], bodies: [gate] },
    ['b lies on plus'],
  ],
  ['no text beside the rounding of a gate', { texts: [text('b', box(236, 92, 40, 14))], bodies: [gate] }, []],
  ['no sign in its gate', { texts: [sign(box(206, 112, 28, 16))], bodies: [gate] }, []],
  [
    'a sign too wide for its gate',
    { texts: [sign(box(199, 112, 42, 16))], bodies: [gate] },
    ['+ sticks out of its gate'],
  ],
  [
    'a sign whose corners stick out of a round gate',
    { texts: [sign(box(202, 105, 36, 30))], bodies: [gate] },
    ['+ sticks out of its gate'],
  ],
  [
    'a line that runs through a text',
    { texts: [a], lines: [line('b', [20, 30], [90, 30], [150, 80])] },
    ['line of b runs through a'],
  ],
  [
    'a line through a text that is nowhere near its corners',
    { texts: [a], lines: [line('b', [110, 0], [110, 200])] },
    ['line of b runs through a'],
  ],
  [
    'a line that strikes out its own text',
    { texts: [a], lines: [line('a', [0, 58], [400, 58])] },
    ['line of a runs through a'],
  ],
  ['no line along a text', { texts: [a], lines: [line('b', [0, 64.5], [400, 64.5])] }, []],
  ['no line that ends before a text', { texts: [a], lines: [line('b', [20, 57], [98, 57])] }, []],
]
for (const [what, parts, found] of collisions)
  test(`of shapes that collide it names ${what}`, () => {
    expect(overlaps({ ...blank, ...parts })).toEqual(found)
  })

const inBounds = { ...blank, bounds: box(-100, -100, 600, 400) }
const cut = { ...inBounds, texts: [text('f', box(380, 50, 40, 14)), text('x', box(-3, 50, 40, 14))] }

test('of shapes at the stage’s edge it names those cut where the picture does not say that it goes on', () => {
  expect(clipped(cut, sheet, [])).toEqual(['f is cut at the right', 'x is cut at the left'])
  expect(clipped(cut, sheet, ['right'])).toEqual(['x is cut at the left'])
  expect(clipped(cut, sheet, ['left', 'right'])).toEqual([])
  expect(clipped({ ...blank, texts: [a, text('edge', box(360.5, 186.5, 40, 14))] }, sheet, [])).toEqual([])
})

test('of shapes outside of the picture’s bounds it names each, though the stage shows them', () => {
  const small = { ...blank, bounds: box(110, 60, 100, 100), texts: [a] }
  expect(clipped(small, sheet, [])).toEqual([
    'a is outside of the picture’s bounds at the left',
    'a is outside of the picture’s bounds at the top',
  ])
})

import { expect, type Page, test } from '@playwright/test'
import { compile, passOf } from '../src/program/derive'
import { chainText, randomText } from '../src/program/large-programs'
import { mlp } from '../src/program/mlp'
import { answer, button, editor, leaveFields, numbers, open, picture } from './helpers/app'
import { violations } from './helpers/axe'
import { bring, drawn } from './helpers/large'

const programs = [
  { name: 'the perceptron', source: mlp(), wanted: 'h2_7' },
  { name: 'a random program of 10,000 gates', source: randomText(11_500), wanted: 'g5000' },
  { name: 'a chain of 100,000 gates', source: chainText(100_000), wanted: 'g31234' },
] as const

/** Of every wire that is drawn: its name, value and gradient are those of the pass. */
const compared = async (page: Page, source: string): Promise<number> => {
  const compiled = compile(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit, values, gradients } = passOf(compiled.value)
  const expected = new Map(circuit.wires.map(({ id, text }) => [text, [values[id], gradients[id]] as const]))
  const seen = await numbers(page)
  for (const [name, value, gradient] of seen) {
    const [ours, slope] = expected.get(name) ?? []
    expect(value + 0, `value of ${name}`).toBe((ours ?? Number.NaN) + 0)
    expect(gradient + 0, `gradient on ${name}`).toBe((slope ?? Number.NaN) + 0)
  }
  return seen.length
}

for (const { name, source, wanted } of programs)
  test(`${name} opens, and is panned, zoomed, searched and stepped through`, async ({ page }) => {
    test.setTimeout(90_000)
    await bring(page, source)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const first = await drawn(page)
    expect(first.marks).toBeGreaterThan(5)
    expect(first.scale * 16, 'numbers are read at first sight').toBeGreaterThanOrEqual(12)
    expect(await compared(page, source)).toBeGreaterThan(2)

    // Panned by the mouse, it goes on.
    const area = await picture(page).boundingBox()
    if (!area) throw new Error('the picture has no room')
    const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 }
    const names = () =>
      picture(page)
        .locator('[data-wire]')
        .evaluateAll((all) => all.map((wire) => wire.getAttribute('data-wire')).join(' '))
    const before = await names()
    for (let i = 0; i < 2; i++) {
      await page.mouse.move(middle.x + 200, middle.y)
      await page.mouse.down()
      await page.mouse.move(middle.x - 200, middle.y, { steps: 4 })
      await page.mouse.up()
    }
    expect(await names()).not.toBe(before)
    await compared(page, source)

    // From afar gates are dots, and there are few elements however many gates.
    await button(page, 'Fit').click()
    await expect.poll(async () => (await drawn(page)).masses).toBeGreaterThan(0)
    const far = await drawn(page)
    expect(far.marks).toBeLessThan(20)
    expect(far.scale * 16).toBeLessThan(6)

    // A wire is found by its name, and has the focus.
    await leaveFields(page)
    await page.keyboard.press('f')
    await page.keyboard.type(wanted)
    await page.keyboard.press('Enter')
    await expect(picture(page).locator(`[data-wire="${wanted}"]`)).toBeVisible()
    await expect(picture(page).locator(':focus')).toHaveAttribute(
      'aria-label',
      new RegExp(`^value of ${wanted}:`),
    )
    await expect(answer(page)).toContainText(wanted)
    expect((await drawn(page)).marks).toBeLessThan(1500)
    expect(await compared(page, source)).toBeGreaterThan(2)

    // The arrow keys lead on beyond what was drawn.
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight')
    await expect(picture(page).locator(':focus')).toBeVisible()

    // Stepped through: at the beginning nothing but inputs is known, and each step is where it can be seen.
    await page.keyboard.press('Escape')
    await page.evaluate(() => document.activeElement instanceof SVGElement && document.activeElement.blur())
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    const atWork = picture(page).locator('.gate:not(.dim)')
    await expect(atWork).toHaveCount(1)
    await expect(atWork).toBeInViewport()
    await expect(
      picture(page).locator('.wire:not(.dim)[data-role="wire"] [aria-label^="value"]'),
    ).toHaveCount(1)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('End')
    expect(await compared(page, source)).toBeGreaterThan(0)
  })

test('the map goes where it is pressed, and axe finds nothing beside it', async ({ page }) => {
  await bring(page, mlp())
  const map = page.locator('.minimap')
  const here = map.locator('.here')
  const before = Number(await here.getAttribute('y'))
  const box = await map.boundingBox()
  if (!box) throw new Error('the map has no room')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.9)
  await expect.poll(async () => Number(await here.getAttribute('y'))).toBeGreaterThan(before + 10)
  expect(await violations(page)).toEqual([])
  await button(page, 'Fit').click()
  expect(await violations(page)).toEqual([])
})

test('from afar a step is seen where it happens, in the picture and on the map, and nothing moves', async ({
  page,
}) => {
  await bring(page, mlp())
  await button(page, 'Fit').click()
  await expect.poll(async () => (await drawn(page)).masses).toBeGreaterThan(0)
  // Where all is in sight a map would only cover some of it.
  await expect(page.locator('.minimap')).toBeHidden()
  const view = () => picture(page).locator('.camera').getAttribute('transform')
  const before = await view()
  // The button has the focus: an arrow steps all the same.
  await page.keyboard.press('ArrowLeft')
  const beacon = picture(page).locator('.mass.beacon')
  await expect(beacon).toHaveCount(1)
  await expect(page.locator('.minimap .mass.beacon')).toHaveCount(1)
  const first = await beacon.getAttribute('d')
  await page.keyboard.press('ArrowLeft')
  await expect(beacon).not.toHaveAttribute('d', first ?? '')
  expect(await view()).toBe(before)
  await page.keyboard.press('End')
  await expect(beacon).toHaveCount(0)
})

test('an input that is dragged changes the numbers in sight, and the layout stays', async ({ page }) => {
  await bring(page, mlp())
  const places = () =>
    picture(page)
      .locator('.wire')
      .evaluateAll((wires) =>
        Object.fromEntries(
          wires.map((wire) => [
            wire.getAttribute('data-wire') ?? '',
            wire.querySelector('.line')?.getAttribute('d'),
          ]),
        ),
      )
  const [value, stood] = [picture(page).locator('[data-wire="w1_0[0]"]'), await places()]
  const before = await value.getAttribute('data-value')
  const grip = await picture(page)
    .getByRole('button', { name: /^value of w1_0\[0\]:/ })
    .boundingBox()
  if (!grip) throw new Error('nothing to take in hand')
  await page.mouse.move(grip.x + 10, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(grip.x + 10, grip.y - 40, { steps: 6 })
  await page.mouse.up()
  await expect(value).not.toHaveAttribute('data-value', before ?? '')
  // What lies just beyond the first sight may have come meanwhile.
  expect(Object.keys(stood).length).toBeGreaterThan(10)
  expect(await places()).toMatchObject(stood)
  const text = await page.evaluate(() => document.querySelector('.cm-content')?.textContent ?? '')
  expect(text).not.toContain('[-0.98, 0.73]')
  await editor(page).focus()
})

test('hundreds of inputs have their rows as one comes to them', async ({ page }) => {
  await bring(page, mlp())
  const rows = page.locator('.input-row')
  await expect(rows).toHaveCount(40)
  const more = page.getByRole('button', { name: 'more inputs' })
  await more.scrollIntoViewIfNeeded()
  await expect.poll(() => rows.count()).toBeGreaterThan(40)
  // By keys: the button stands after the last row.
  const count = await rows.count()
  await more.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => rows.count()).toBeGreaterThan(count)
})

test('of a circuit of some hundred gates inputs are in sight at first, and dots from afar', async ({
  page,
}) => {
  await open(page, randomText(140))
  await expect(picture(page).locator('[data-role="input"] [tabindex="0"]')).toBeInViewport()
  expect((await drawn(page)).scale * 16).toBeGreaterThanOrEqual(12)
  await button(page, 'Fit').click()
  await expect.poll(async () => (await drawn(page)).masses).toBeGreaterThan(0)
  expect((await drawn(page)).marks).toBe(0)
})

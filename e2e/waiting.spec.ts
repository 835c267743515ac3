import { expect, test } from '@playwright/test'
import { chainText, randomText } from '../src/program/large-programs'
import { mlp } from '../src/program/mlp'
import { pack } from '../src/share/frame'
import { plainView } from '../src/share/query'
import { button, leaveFields, open, picture, type, wire } from './helpers/app'
import { drawn, holdingWorkers, paste } from './helpers/large'

test('a large program in place of another is seen from its own first sight; until it stands, the one before is', async ({
  page,
}) => {
  const hold = await holdingWorkers(page)
  await open(page)
  await hold('hold')
  await paste(page, chainText(20_000))
  await expect(page.getByText(/^Laying out 20,001 wires/)).toBeVisible({ timeout: 20_000 })
  await expect(picture(page).locator('[data-wire="q"]'), 'the small one before').toBeVisible()
  await hold('release')
  await expect(page.locator('.minimap')).toBeVisible({ timeout: 20_000 })

  // Far along the chain, where the next program has nothing.
  await leaveFields(page)
  await page.keyboard.press('f')
  await page.keyboard.type('g9876')
  await page.keyboard.press('Enter')
  await expect(picture(page).locator('[data-wire="g9876"]')).toBeVisible()
  await hold('hold')
  await paste(page, randomText(2500, 11).replaceAll(/\bg(\d+)/g, 'h$1'))
  await expect(page.getByText(/^Laying out 2,\d+ wires/)).toBeVisible({ timeout: 20_000 })
  await expect(picture(page).locator('[data-wire="g9876"]'), 'the large one before').toBeVisible()
  const slider = page.locator('.input-row input[type="range"]').first()
  await expect(slider, 'no hand takes what the picture does not show').toBeDisabled()
  const entry = page.locator('.input-row .entry').first()
  await entry.focus()
  await hold('release')
  const inSight = () =>
    picture(page).evaluate((svg) => {
      const area = svg.getBoundingClientRect()
      const isIn = ({ left, right, top, bottom }: DOMRect) =>
        left > area.left && right < area.right && top > area.top && bottom < area.bottom
      return [...svg.querySelectorAll('[data-role="input"]')].filter((each) =>
        isIn(each.getBoundingClientRect()),
      ).length
    })
  await expect.poll(inSight, { timeout: 20_000 }).toBeGreaterThan(1)
  await expect(entry, 'what one is at stays').toBeFocused()
  await expect(slider).toBeEnabled()
  expect((await drawn(page)).marks).toBeGreaterThan(5)
})

test('a layout that nobody waits for any more changes nothing when it comes', async ({ page }) => {
  const hold = await holdingWorkers(page)
  await open(page)
  const view = () => picture(page).locator('.camera').getAttribute('transform')
  await button(page, 'Zoom in').click()
  const before = await view()
  await hold('hold')
  await paste(page, randomText(2500))
  await expect(page.getByText(/^Laying out 2,\d+ wires/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(page.getByText(/^Laying out/)).toHaveCount(0)
  await hold('release')
  await expect(wire(page, 'q')).toBeVisible()
  await expect(page.locator('.minimap')).toHaveCount(0)
  expect(await view()).toBe(before)
})

test('what lays out large circuits may be slow to come: the page says what it waits for', async ({
  page,
}) => {
  await page.route('**/assets/large-*.js', () => new Promise(() => undefined))
  await page.goto(`./#${pack({ ...plainView, source: mlp() })}`)
  await expect(page.getByText(/^Laying out 979 wires/)).toBeVisible()
  await expect(picture(page)).toHaveCount(0)
  await type(page, 'x = 2; f = x * 3')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '6')
})

test('a long text is read in slices, and that can be called off; the picture before it stays', async ({
  page,
}) => {
  // The slices are kept back until they are wanted; nothing else here asks for a moment without saying how long.
  await page.addInitScript(() => {
    const real = window.setTimeout
    const kept: (() => void)[] = []
    let holds = true
    Object.assign(window, {
      release: () => {
        holds = false
        for (const go of kept.splice(0)) real(go)
      },
    })
    window.setTimeout = ((go: () => void, ...more: [number?]) => {
      if (!holds || more.length > 0) return real(go, ...more)
      kept.push(go)
      return 0
    }) as typeof real
  })
  await open(page)
  await paste(page, chainText(30_000))
  await expect(page.getByText(/^Reading \d{3},\d{3} characters/)).toBeVisible()
  await expect(page.getByRole('progressbar', { name: 'Reading' })).toBeVisible()
  await button(page, 'Cancel').click()
  await expect(page.getByText(/characters are not read/)).toBeVisible()
  await expect(picture(page).locator('[data-wire="q"]')).toBeVisible()
  await page.evaluate(() => (window as unknown as { release: () => void }).release())
  await button(page, 'Read them').click()
  await expect(page.locator('.minimap')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/characters/)).toHaveCount(0)
})

test('a layout can be called off and taken up again', async ({ page }) => {
  const hold = await holdingWorkers(page)
  await open(page)
  await hold('hold')
  await paste(page, randomText(2500))
  await expect(page.getByText(/^Laying out 2,\d+ wires/)).toBeVisible()
  await button(page, 'Cancel').click()
  await expect(page.getByText(/wires are not laid out/)).toBeVisible()
  await button(page, 'Lay them out').click()
  await hold('release')
  await expect(page.locator('.minimap')).toBeVisible()
})

test('where what large circuits need cannot be fetched, that is told, and asked for again by hand', async ({
  page,
}) => {
  let isLost = true
  await page.route('**/assets/large-*.js', (route) => (isLost ? route.abort() : route.continue()))
  await open(page, `#${pack({ source: mlp(), ...plainView })}`)
  await expect(page.getByText('wires are not laid out')).toBeVisible()
  isLost = false
  await button(page, 'Lay them out').click()
  await expect(page.locator('.minimap')).toBeVisible({ timeout: 20_000 })
})

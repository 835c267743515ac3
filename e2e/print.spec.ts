import { expect, test } from '@playwright/test'
import { button, open, picture, wire } from './helpers/app'

const staged =
  'x = 3\ny = -4\nsigy = 1.0 / (1 + math.exp(-y))\nnum = x + sigy\nsigx = 1.0 / (1 + math.exp(-x))\nxpy = x + y\nxpysqr = xpy**2\nden = sigx + xpysqr\ninvden = 1.0 / den\nf = num * invden'

test('paper gets the whole picture alone, black on white, on one page', async ({ page }) => {
  await open(page, staged, '&theme=dark')
  for (let i = 0; i < 3; i++) await button(page, 'Zoom in').click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('region', { name: 'Program' })).toBeHidden()
  const [paper, output, input] = [
    await picture(page).boundingBox(),
    await wire(page, 'f').boundingBox(),
    await wire(page, 'y').boundingBox(),
  ]
  if (!paper || !output || !input) throw new Error('no picture on paper')
  expect(output.x + output.width).toBeLessThanOrEqual(paper.x + paper.width)
  expect(input.x).toBeGreaterThanOrEqual(paper.x)
  const inks = await picture(page).evaluate((svg) => [
    ...new Set([...svg.querySelectorAll('text')].map((text) => getComputedStyle(text).fill)),
  ])
  expect(inks).toEqual(['rgb(0, 0, 0)'])
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )

  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

  // Back on screen the picture is looked at as before.
  await page.emulateMedia({ media: 'screen' })
  await expect(picture(page)).not.toHaveAttribute('viewBox')
  await expect(picture(page).locator('.camera')).toHaveAttribute('transform', /scale/)
})

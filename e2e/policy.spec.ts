import { expect, type Page, test } from '@playwright/test'

/** Everything the browser had to say while the test ran; the policy's violations among it. */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  await page.exposeFunction('reportViolation', (text: string) => complaints.push(`violation: ${text}`))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { reportViolation } = window as unknown as { reportViolation: (text: string) => void }
      reportViolation(`${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  return complaints
}

const open = async (page: Page) => {
  await page.goto('./')
  await expect(page.getByRole('region', { name: 'Circuit' }).locator('svg[role="group"]')).toBeVisible()
}

/** Chooses every option in turn and returns to the first choice. */
async function chooseEach(page: Page, label: string) {
  const select = page.getByRole('combobox', { name: label, exact: true })
  if (!(await select.isVisible())) await page.getByRole('button', { name: 'Display', exact: true }).click()
  const chosen = await select.inputValue()
  const values = await select
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
  expect(values.length).toBeGreaterThan(1)
  for (const value of values) await select.selectOption(value)
  await select.selectOption(chosen)
}

test('the policy stands in the built page before anything it governs', async ({ request }) => {
  const html = await (await request.get('./')).text()
  const tags = [...html.slice(html.indexOf('<head>')).matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag)
  expect(tags[1]).toContain('charset')
  expect(tags[2]).toContain('http-equiv="Content-Security-Policy"')
  for (const part of ["default-src 'none'", "script-src 'self';", 'trusted-types layout-worker'])
    expect(tags[2]).toContain(part)
})

test('a walk through the app breaks no policy and leaves the console empty', async ({ page }) => {
  const complaints = await complaintsOf(page)
  await open(page)

  const program = page.getByRole('textbox', { name: 'Program', exact: true })
  await expect(program).toHaveAttribute('contenteditable', 'true')
  await program.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\nq = (')
  await page.keyboard.type('1 + ')

  await page.getByRole('button', { name: 'Gallery', exact: true }).click()
  const gallery = page.getByRole('dialog', { name: 'Gallery' })
  await gallery
    .getByRole('button', { name: /Circuit 2\b/ })
    .first()
    .click()
  await expect(gallery).toBeHidden()

  await chooseEach(page, 'Theme')
  await chooseEach(page, 'Digits')
  await chooseEach(page, 'Motion')
  await page.reload()
  await expect(program).toHaveAttribute('contenteditable', 'true')

  expect(complaints).toEqual([])
})

test('script written into the page does not run', async ({ page }) => {
  const complaints = await complaintsOf(page)
  await open(page)
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.append('document.title = "ran"')
    document.head.append(script)
    return document.title === 'ran'
  })
  expect(ran).toBe(false)
  await expect.poll(() => complaints.join('\n')).toContain('violation: ')
})

test('a string does not become markup', async ({ page }) => {
  const complaints = await complaintsOf(page)
  await open(page)
  const refused = await page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>markup</b>'
      return null
    } catch (error) {
      return String(error)
    }
  })
  expect(refused).toContain('TypeError')
  await expect.poll(() => complaints.join('\n')).toContain('violation: require-trusted-types-for')
})

/** The browser to launch; undefined stands for Playwright's own. */
export function findBrowser(): string | undefined

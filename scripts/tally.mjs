// Sums the reports of the unit tests and the browser tests into one line. Takes the exit status of the whole run.
import { existsSync, readFileSync } from 'node:fs'

const [folder, status] = process.argv.slice(2)

const read = (name) => {
  const path = `${folder}/${name}.json`
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
const unit = read('unit')
const browser = read('browser')?.stats

const passed = (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0)
const failed = (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0) + (browser?.flaky ?? 0)

// Types, lint or a file that does not load fail without any test failing: that is one failure still.
console.log(`${passed} passed, ${status === '0' ? failed : Math.max(failed, 1)} failed`)

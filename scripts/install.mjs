// Makes `npm start` and `npm test` complete commands on a fresh clone. Node built-ins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.installed'

/** Native binaries belong to one platform and one Node, so both are part of what was installed. */
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(`${process.platform} ${process.arch} ${process.version}`)
  .digest('hex')

// Under `npm run` the npm at hand is named by the environment; calling its script spares Windows a shell.
const cli = process.env.npm_execpath
const [command, ...before] = cli ? [process.execPath, cli] : ['npm']
const npm = (...args) =>
  spawnSync(command, [...before, ...args, '--include=dev'], { stdio: ['ignore', 'inherit', 'inherit'] })
    .status === 0

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing what Backflow is built with…')
  // `npm ci` refuses a lock file without another system's optional binaries; `npm install` adds them,
  // and says all there is to say if neither can.
  if (!npm('ci', '--loglevel=silent') && !npm('install', '--no-save')) process.exit(1)
  writeFileSync(stamp, wanted)
}

// Serves the built app, says where, and on a desktop opens it.
import { spawn } from 'node:child_process'
import { preview } from 'vite'

const { platform, env, stdin, stdout } = process

const openers = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
}

const isDesktop =
  stdin.isTTY &&
  stdout.isTTY &&
  !env.CI &&
  platform in openers &&
  (platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY))

function open(address) {
  const [command, ...args] = openers[platform]
  const opener = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  opener.on('error', () => {}) // the address is on the screen anyway
  opener.unref()
}

const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 4173 } })
const address = server.resolvedUrls?.local[0]
console.log(`Backflow is at ${address} (Ctrl+C ends it)`)
if (isDesktop) open(address)

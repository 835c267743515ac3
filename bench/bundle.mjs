// Bundles the app's core for Node, once for each run of the benchmarks.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const built = here('.built/core.js')

export const bundle = () =>
  build({
    configFile: false,
    logLevel: 'error',
    root: here('.'),
    build: { ssr: here('core.ts'), outDir: here('.built'), minify: false, emptyOutDir: true },
  })

export const core = () => import(pathToFileURL(built).href)

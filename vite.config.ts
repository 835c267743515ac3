/// <reference types="vitest/config" />
import { basename } from 'node:path'
import react from '@vitejs/plugin-react'
import { minify } from 'terser'
import { defineConfig, type Plugin } from 'vite'
import { policy } from './policy.ts'
import { budget } from './src/lib/budget.ts'

/** Puts the policy into the built page, ahead of everything it governs. The dev server needs inline scripts. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const [before, after, ...more] = html.split(/(?<=<meta charset="utf-8" ?\/?>)/i)
      if (before === undefined || after === undefined || more.length > 0)
        throw new Error('index.html needs exactly one <meta charset="utf-8">')
      return `${before}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">${after}`
    },
  },
}

/** Beside the page's script: what reads a link, and what a long one is likely to need. */
const [reader, large] = ['src/share/address.ts', 'src/app/large.ts']

/** Names them in the page, for who comes with a link. */
const namedAhead: Plugin = {
  name: 'named-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const filesOf = (name: string, seen = new Set<string>()): Set<string> => {
        const chunk = chunks.find(({ fileName }) => fileName === name)
        if (!chunk || chunk.isEntry || seen.has(name)) return seen
        seen.add(name)
        for (const next of chunk.imports) filesOf(next, seen)
        return seen
      }
      const named = (module: string): string => {
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`))
        if (!chunk) throw new Error(`no chunk begins with ${module}`)
        return [...filesOf(chunk.fileName)].map((file) => `./${file}`).join(' ')
      }
      const data = `data-reader="${named(reader)}" data-large="${named(large)}" data-large-from="${budget.longLink}"`
      const [before, after, ...more] = html.split(/(?<=<script async src="\.\/ahead\.js")/)
      if (before === undefined || after === undefined || more.length > 0)
        throw new Error('index.html needs ahead.js exactly once')
      return `${before} ${data}${after}`
    },
  },
}

/** KaTeX lists every font three times over; every browser that reads es2022 reads woff2. */
const fontsAsWoff2: Plugin = {
  name: 'fonts-as-woff2',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/katex/dist/katex.min.css')) return null
    const lean = code.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')
    if (/\.(?:woff|ttf)\)/.test(lean)) throw new Error('katex.min.css lists its fonts in a new way')
    return { code: lean, map: null }
  },
}

/** Easings and ways between colours that nobody uses are left out only where making them is known to do nothing else. */
export const madeInVain: Plugin = {
  name: 'made-in-vain',
  apply: 'build',
  transform(code, id) {
    if (!/\/d3-(?:ease|interpolate)\//.test(id)) return null
    return {
      code: code.replace(/^(var [\w$]+ = )(?=\(function|[a-zA-Z]+\()/gm, '$1/*#__PURE__*/ '),
      map: null,
    }
  },
}

/** Of D3's selections and transitions, what nobody here calls. */
const uncalled: readonly [RegExp, string][] = [
  [/\/d3-selection\//, 'classed clone dispatch empty html insert lower nodes raise selectChild size sort'],
  [
    /\/d3-transition\//,
    'easeVarying empty end filter merge nodes select selectAll selectChild selectChildren size text textTween transition',
  ],
]

/** A table of methods holds on to every one of them, whether or not it is called: the picture's script leaves some out. */
export const leftOut: Plugin = {
  name: 'left-out',
  apply: 'build',
  transform(code, id) {
    const found = uncalled.find(([where]) => where.test(id))
    if (!found) return null
    let lean = code
    for (const name of found[1].split(' ')) {
      const shorter = lean.replace(new RegExp(`^  ${name}: \\w+(?:\\.\\w+)?,\\n`, 'm'), '')
      if (shorter === lean) throw new Error(`${id} has no method ${name} any more`)
      lean = shorter
    }
    return { code: lean, map: null }
  },
}

/** Transitions of ours are never of colours, and what makes those is dropped in the same build: elsewhere it needs them. */
export const noColours: Plugin = {
  name: 'no-colours',
  apply: 'build',
  config: () => ({
    resolve: { alias: { 'd3-color': new URL('src/view/no-colours.ts', import.meta.url).pathname } },
  }),
}

/** Reading a property does nothing in any part of this page. */
export const shaking = { propertyReadSideEffects: false } as const

/**
 * What comes before the first picture is shrunk once more, by a second tool that is slower and finds what the first one
 * leaves: together they are lighter than either.
 */
export const shrunkTwice: Plugin = {
  name: 'shrunk-twice',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler({ format }, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry) continue
        const { code, map } = await minify(chunk.code, {
          ecma: 2022,
          module: format === 'es',
          toplevel: true,
          compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
          ...(chunk.map && { sourceMap: { content: JSON.stringify(chunk.map), asObject: true } }),
        })
        if (code === undefined) throw new Error(`nothing is left of ${chunk.fileName}`)
        chunk.code = chunk.map ? `${code}\n//# sourceMappingURL=${basename(chunk.fileName)}.map\n` : code
        if (map) Object.assign(chunk.map as object, map)
      }
    },
  },
}

const reports = process.env['REPORTS']

export default defineConfig({
  base: './', // works in any folder of any static host
  plugins: [
    react(),
    contentSecurityPolicy,
    namedAhead,
    fontsAsWoff2,
    madeInVain,
    noColours,
    leftOut,
    shrunkTwice,
  ],
  build: {
    target: 'es2022',
    sourcemap: true,
    manifest: true, // e2e/budget.spec.ts weighs the first picture by it
    assetsInlineLimit: 0, // a font turned into a data: address would be refused by font-src 'self'
    // All that the first picture needs in one file: cut into pieces it compresses worse, and is asked for piece by piece.
    rollupOptions: {
      treeshake: shaking,
      output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
    },
    modulePreload: { polyfill: false }, // every browser that reads es2022 knows modulepreload
  },
  test: {
    environment: 'node',
    isolate: false, // nothing here is kept between files but what is remembered by its text
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/late-for-tests.ts'],
    testTimeout: 30_000, // laws are tried on many circuits, on machines that are busy
    restoreMocks: true,
    reporters: reports ? ['default', ['json', { outputFile: `${reports}/unit.json` }]] : ['default'],
  },
})

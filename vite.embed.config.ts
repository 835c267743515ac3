import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { policy } from './policy.ts'
import { leftOut, madeInVain, noColours, shaking, shrunkTwice } from './vite.config.ts'

/** The page around one classic script: a frame without an origin of its own is refused module scripts. */
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy.replace("font-src 'self'", "font-src 'self' data:")}">
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Backflow: a circuit</title>
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" type="image/svg+xml" href="./icon.svg" />
    <link rel="stylesheet" href="./embed.css" />
  </head>
  <body>
    <div id="root"></div>
    <script src="./embed.js" defer></script>
  </body>
</html>
`

/** In the sheet itself, and each once: a frame without an origin of its own is refused font files, too. */
const fontsInSheet: Plugin = {
  name: 'fonts-in-sheet',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource')) return null
    return { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\(['"]woff['"]\)/g, ''), map: null }
  },
}

const embedPage: Plugin = {
  name: 'embed-page',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'embed.html', source: page })
  },
}

/** The circuit that stands in other pages: one script, one style sheet, beside the app. */
export default defineConfig({
  base: './',
  plugins: [react(), fontsInSheet, embedPage, madeInVain, noColours, leftOut, shrunkTwice],
  // The same components on a third of the weight: a page may hold several circuits.
  resolve: {
    alias: {
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      react: 'preact/compat',
    },
  },
  publicDir: false,
  build: {
    target: 'es2022',
    sourcemap: true,
    emptyOutDir: false,
    assetsInlineLimit: 100_000,
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: {
      input: 'src/embed.tsx',
      treeshake: shaking,
      output: {
        format: 'iife',
        codeSplitting: false,
        entryFileNames: 'embed.js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css')) ? 'embed.css' : 'assets/[name]-[hash][extname]',
      },
    },
  },
})

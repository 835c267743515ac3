import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

/** Each folder knows itself and those before it. What lies beside the folders, `main.tsx`, comes last. */
const folders = [
  'lib',
  'language',
  'gates',
  'circuit',
  'pass',
  'layout',
  'program',
  'code',
  'scene',
  'take',
  'share',
  'state',
  'view',
  'panels',
  'app',
  'main.tsx',
]
const page = ['view', 'panels', 'app', 'main.tsx']

const libraries = [
  { name: 'd3', pattern: /^d3([-/]|$)/, allowed: ['layout', 'scene', 'view'] },
  { name: 'React', pattern: /^react(-dom)?(\/|$)/, allowed: page },
  { name: 'Zustand', pattern: /^zustand(\/|$)/, allowed: ['state'] },
  { name: 'CodeMirror', pattern: /^@codemirror\//, allowed: ['panels'] },
  { name: 'Valibot', pattern: /^valibot(\/|$)/, allowed: ['share'] },
]
const browserNames = ['window', 'document', 'localStorage', 'sessionStorage', 'history', 'location']
const markupOrCode = ['innerHTML', 'dangerouslySetInnerHTML', 'eval', 'Function']

type Syntax = { readonly type: string; readonly [field: string]: unknown }
type SourceFile = { readonly path: string; readonly text: string; readonly tree: Syntax }

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
const childrenOf = (node: Syntax) => Object.values(node).flat().filter(isSyntax)
const allIn = (node: Syntax): Syntax[] => [node, ...childrenOf(node).flatMap(allIn)]
const nameOf = (node: unknown) => (isSyntax(node) && typeof node['name'] === 'string' ? node['name'] : null)

function sourceFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const tree: unknown = program
  if (!isSyntax(tree)) throw new Error(`${path} has no syntax tree`)
  return { path, text, tree }
}

const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : 'main.tsx')
const isTest = ({ path }: SourceFile) => /\.test\.tsx?$/.test(path)

/** Imports, re-exports, `import()` and imported types alike: whatever has a source. */
const importsOf = ({ tree }: SourceFile) =>
  allIn(tree)
    .map(({ source }) => (isSyntax(source) ? source['value'] : null))
    .filter((value) => typeof value === 'string')
const isRelative = (specifier: string) => specifier.startsWith('.')
const targetOf = ({ path }: SourceFile, specifier: string) => posix.join(posix.dirname(path), specifier)

function importsBackwards(file: SourceFile): string[] {
  const own = folders.indexOf(folderOf(file.path))
  if (own < 0) return [`${file.path} lies in a folder without a place in the order`]
  return importsOf(file)
    .filter(isRelative)
    .filter((specifier) => {
      const place = folders.indexOf(folderOf(targetOf(file, specifier)))
      return place < 0 || place > own
    })
    .map((specifier) => `${file.path} imports ${specifier}`)
}

function importsLibraries(file: SourceFile): string[] {
  const forbidden = libraries.filter(({ allowed }) => !allowed.includes(folderOf(file.path)))
  return importsOf(file)
    .filter((specifier) => forbidden.some(({ pattern }) => pattern.test(specifier)))
    .map((specifier) => `${file.path} imports ${specifier}`)
}

const isFunction = ({ type }: Syntax) =>
  ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(type)

function namesInPattern(pattern: unknown): string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(namesInPattern)
  if (!isSyntax(pattern)) return []
  if (pattern.type === 'Identifier') return [nameOf(pattern) ?? '']
  const { elements, properties, value, left, argument } = pattern
  return [elements, properties, value, left, argument].flatMap(namesInPattern)
}

/** Names declared in a function or file; what functions inside it declare stays theirs. */
function namesBoundIn(scope: Syntax): string[] {
  const bound = (node: Syntax): string[] => [
    ...namesInPattern([node['id'], node['local'], node['param']]),
    ...(isFunction(node) ? [] : childrenOf(node).flatMap(bound)),
  ]
  return [...namesInPattern(scope['params'] ?? []), ...childrenOf(scope).flatMap(bound)]
}

const valuesWithTypes = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']

/** Browser names that no declaration around them explains. Property names and types are not uses. */
function globalsIn(node: Syntax, known: readonly string[] = []): string[] {
  const name = node.type === 'Identifier' ? nameOf(node) : null
  if (name !== null) return browserNames.includes(name) && !known.includes(name) ? [name] : []
  const { type, computed, property, key } = node
  if (type === 'ImportDeclaration' || (type.startsWith('TS') && !valuesWithTypes.includes(type))) return []
  const inside = isFunction(node) || type === 'Program' ? [...known, ...namesBoundIn(node)] : known
  return childrenOf(node)
    .filter((child) => computed || (child !== property && child !== key))
    .flatMap((child) => globalsIn(child, inside))
}

function touchesBrowser(file: SourceFile): string[] {
  if (['share', ...page].includes(folderOf(file.path))) return []
  return globalsIn(file.tree).map((name) => `${file.path} uses ${name}`)
}

const exportsDefault = (file: SourceFile) =>
  allIn(file.tree)
    .filter((node) => node.type === 'ExportDefaultDeclaration' || nameOf(node['exported']) === 'default')
    .map(() => `${file.path} has a default export`)

const makesMarkupOrCode = (file: SourceFile) =>
  allIn(file.tree)
    .map(nameOf)
    .filter((name) => name !== null && markupOrCode.includes(name))
    .map((name) => `${file.path} uses ${name}`)

function cyclesAmong(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const nextOf = (file: SourceFile) =>
    importsOf(file)
      .filter(isRelative)
      .map((specifier) => targetOf(file, specifier))
      .flatMap((target) => [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`])
      .flatMap((path) => byPath.get(path) ?? [])
  const finished = new Set<SourceFile>()
  const visit = (file: SourceFile, trail: readonly SourceFile[]): string[] => {
    const start = trail.indexOf(file)
    if (start >= 0) return [[...trail.slice(start), file].map(({ path }) => path).join(' → ')]
    if (finished.has(file)) return []
    const found = nextOf(file).flatMap((next) => visit(next, [...trail, file]))
    finished.add(file)
    return found
  }
  return files.flatMap((file) => visit(file, []))
}

const tooLong = ({ path, text }: Omit<SourceFile, 'tree'>) => {
  const lines = text.trimEnd().split('\n').length
  return lines > 300 ? [`${path} has ${lines} lines`] : []
}

const project = join(import.meta.dirname, '..')
const texts = ['src', 'e2e', 'scripts', 'bench']
  .filter((folder) => existsSync(join(project, folder)))
  .flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(tsx?|m[jt]s|css)$/.test(path) && !/node_modules|\.built/.test(path))
      .map((path) => `${folder}/${path.replaceAll(sep, '/')}`),
  )
  .map((path) => ({ path, text: readFileSync(join(project, path), 'utf8') }))

const files = texts
  .filter(({ path }) => /^src\/.*\.tsx?$/.test(path))
  .map(({ path, text }) => sourceFile(path.replace('src/', ''), text))
const shipped = files.filter((file) => !isTest(file))

describe('the house', () => {
  test('every folder imports only itself and folders before it', () =>
    expect(shipped.flatMap(importsBackwards)).toEqual([]))
  test('d3, React, Zustand, CodeMirror and Valibot are imported only where they belong', () =>
    expect(shipped.flatMap(importsLibraries)).toEqual([]))
  test('only share, view, panels, app and main touch the browser', () =>
    expect(shipped.flatMap(touchesBrowser)).toEqual([]))
  test('no file is longer than 300 lines', () => expect(texts.flatMap(tooLong)).toEqual([]))
  test('nothing is exported as default', () => expect(files.flatMap(exportsDefault)).toEqual([]))
  test('no string becomes markup or code', () => expect(files.flatMap(makesMarkupOrCode)).toEqual([]))
  test('no file imports itself by a detour', () => expect(cyclesAmong(shipped)).toEqual([]))
})

describe('the rules notice', () => {
  test.each([
    ['a step forwards', importsBackwards, 'scene/a.ts', `import { a } from '../view/b'`],
    ['a re-export', importsBackwards, 'lib/a.ts', `export * from '../gates'`],
    ['a type', importsBackwards, 'lib/a.ts', `export type A = import('../gates/b').B`],
    ['a lazy import', importsBackwards, 'scene/a.ts', `const a = () => import('../app/b')`],
    ['an unknown folder', importsBackwards, 'utils/a.ts', ''],
    ['a way out of src', importsBackwards, 'app/a.ts', `import { a } from '../../e2e/b'`],
    ['d3 in the pass', importsLibraries, 'pass/a.ts', `import { max } from 'd3-array'`],
    ['React in a scene', importsLibraries, 'scene/a.tsx', `import { createRoot } from 'react-dom/client'`],
    ['Zustand in a panel', importsLibraries, 'panels/a.ts', `import { create } from 'zustand'`],
    ['CodeMirror in the view', importsLibraries, 'view/a.ts', `import('@codemirror/view')`],
    ['Valibot in the state', importsLibraries, 'state/a.ts', `import * as v from 'valibot'`],
    ['the window', touchesBrowser, 'lib/a.ts', "const a = 'window', b = window.innerWidth"],
    ['a shorthand property', touchesBrowser, 'state/a.ts', 'export const a = { location }'],
    [
      'a name bound only elsewhere',
      touchesBrowser,
      'lib/a.ts',
      'const f = (history: A) => 1; history.back()',
    ],
    ['a default', exportsDefault, 'lib/a.ts', 'export default 1'],
    ['a renamed default', exportsDefault, 'lib/a.ts', 'const a = 1; export { a as default }'],
    ['markup', makesMarkupOrCode, 'view/a.ts', `a.innerHTML = ''`],
    ['markup in React', makesMarkupOrCode, 'view/a.tsx', 'const a = <p dangerouslySetInnerHTML={b} />'],
    ['eval', makesMarkupOrCode, 'lib/a.ts', 'eval(a)'],
    ['new Function', makesMarkupOrCode, 'lib/a.ts', 'new Function(a)'],
  ])('%s', (_, rule, path, text) => expect(rule(sourceFile(path, text))).toHaveLength(1))

  test('a cycle, and name the way round', () => {
    const a = sourceFile('lib/a.ts', `import { b } from './b'`)
    const b = sourceFile('lib/b.tsx', `import type { C } from '../c'`)
    const c = sourceFile('c/index.ts', `export { a } from '../lib/a'`)
    expect(cyclesAmong([a, b, c])).toEqual(['lib/a.ts → lib/b.tsx → c/index.ts → lib/a.ts'])
    expect(cyclesAmong([a, b])).toEqual([])
  })

  test('a long file', () => {
    expect(tooLong({ path: 'a', text: 'x\n'.repeat(300) })).toEqual([])
    expect(tooLong({ path: 'a', text: 'x\n'.repeat(301) })).toEqual(['a has 301 lines'])
  })
})

describe('the rules allow', () => {
  test.each([
    ['a step back and a step within', importsBackwards, 'scene/a.ts', `import '../program/b'; import './c'`],
    ['everything to main', importsBackwards, 'main.tsx', `import './app/b'; import './app.css'`],
    ['other packages', importsLibraries, 'lib/a.ts', `import 'd3x'; import 'react-domino'`],
    ['words in comments and strings', touchesBrowser, 'lib/a.ts', `// window\nexport const a = 'document'`],
    ['property names', touchesBrowser, 'lib/a.ts', 'export const a = { history: b.history, c: b?.location }'],
    ['types', touchesBrowser, 'lib/a.ts', 'type A = { history: B; f: (document: C) => D }'],
    [
      'parameters',
      touchesBrowser,
      'lib/a.ts',
      'const a = ({ document: [b, history] }, location = b) => history',
    ],
    ['variables', touchesBrowser, 'lib/a.ts', 'const [history] = a; const f = () => history.length'],
    ['the browser in the view', touchesBrowser, 'view/a.ts', 'document.title'],
    ['names as words', makesMarkupOrCode, 'lib/a.ts', `const a = 'innerHTML' // eval(b)`],
  ])('%s', (_, rule, path, text) => expect(rule(sourceFile(path, text))).toEqual([]))
})

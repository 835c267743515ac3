// Parsers in a process of their own: `node parser.mjs <milliseconds> <name>…` prints the warm median of each in ms.
import { core } from './bundle.mjs'
import { expression } from './programs.mjs'
import { timed } from './report.mjs'

const text = expression(10_000)

const parsers = {
  ours: async () => {
    const { parse, grammar } = await core()
    const read = parse(text, grammar)
    if (read.problems.length > 0) throw new Error(read.problems[0].message)
    return () => parse(text, grammar)
  },
  compile: async () => {
    const { compileAnew } = await core()
    return () => compileAnew(text)
  },
  mathjs: async () => {
    const { parse } = await import('mathjs')
    return () => parse(text)
  },
  jsep: async () => {
    const { default: jsep } = await import('jsep')
    return () => jsep(text)
  },
}

const [, , milliseconds, ...names] = process.argv
const found = {}
for (const name of names) found[name] = timed(await parsers[name](), { milliseconds: Number(milliseconds) })
console.log(JSON.stringify(found))

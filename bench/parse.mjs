// Text → tree, an expression of 10,000 operators: ours, mathjs and jsep, each in a fresh process and all in one.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median, ms, row } from './report.mjs'

const parser = fileURLToPath(new URL('parser.mjs', import.meta.url))
const ask = (milliseconds, ...names) =>
  JSON.parse(execFileSync(process.execPath, [parser, String(milliseconds), ...names]).toString())

export const parsing = (quick) => {
  const [rounds, milliseconds] = [quick ? 3 : 7, quick ? 400 : 1000]
  const names = ['ours', 'mathjs', 'jsep', 'compile']
  const seen = Array.from({ length: rounds }, () =>
    Object.assign({}, ...names.map((name) => ask(milliseconds, name))),
  )
  const shared = ask(milliseconds, ...names)
  const ratio = (a, b) => median(seen.map((round) => round[a] / round[b]))
  const time = (name) => ms(median(seen.map((round) => round[name])))
  return {
    title: 'Parsing',
    about: `An expression of 10,000 operators: + − · ÷ in equal parts, every tenth operand a call. Each parser warm in a fresh process, ${rounds} rounds, medians of the rounds' ratios. \`compile\` is text → circuit: parsing and all wiring.`,
    rows: [
      row('mathjs parse', time('ours'), time('mathjs'), ratio('mathjs', 'ours'), '≥ 8', (r) => r >= 8),
      row('jsep', time('ours'), time('jsep'), ratio('jsep', 'ours'), '', null),
      row(
        'mathjs parse, all in one process',
        ms(shared.ours),
        ms(shared.mathjs),
        shared.mathjs / shared.ours,
        '',
        null,
      ),
      row(
        'mathjs parse, against compile',
        time('compile'),
        time('mathjs'),
        ratio('mathjs', 'compile'),
        '',
        null,
      ),
    ],
  }
}

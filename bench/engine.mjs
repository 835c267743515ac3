// Forward and backward, each contender in a fresh process and all of them in one; our cost a gate at a million gates.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { mixture } from './programs.mjs'
import { median, row } from './report.mjs'

const contender = fileURLToPath(new URL('contender.mjs', import.meta.url))
const ask = (name, gates, milliseconds) =>
  JSON.parse(
    execFileSync(process.execPath, [contender, name, String(gates), String(milliseconds)], {
      maxBuffer: 1 << 30,
    }).toString(),
  )

const agree = (results) => {
  const [first, ...others] = results
  for (const { name, gradients } of others)
    gradients.forEach((gradient, i) => {
      const wanted = first.gradients[i]
      // Said so that NaN does not pass.
      if (!(Math.abs(gradient - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))))
        throw new Error(`${name} finds ${gradient} on input ${i}, ${first.name} ${wanted}`)
    })
}

export const engine = (quick) => {
  const [gates, rounds, milliseconds] = [10_000, quick ? 3 : 7, quick ? 250 : 700]
  const names = ['ours', 'fresh', 'micrograd', 'switched', 'limit']
  const seen = Array.from({ length: rounds }, () => {
    const round = names.flatMap((name) => ask(name, gates, milliseconds))
    agree(round)
    return Object.fromEntries(round.map(({ name, ns }) => [name, ns]))
  })
  const ratio = (a, b) => median(seen.map((round) => round[a] / round[b]))
  const ns = (name) => `${median(seen.map((round) => round[name])).toFixed(1)} ns a gate`
  const [shared] = [Object.fromEntries(ask('all', gates, milliseconds).map(({ name, ns }) => [name, ns]))]
  const [large] = ask('ours', 1_000_000, quick ? 500 : 2000)
  return {
    title: 'Forward and backward',
    about: `10,000 gates: ${mixture}. Each contender in a fresh process, ${rounds} rounds, medians of the rounds' ratios; all contenders' gradients agree to 1e-9.`,
    rows: [
      row(
        'a plain micrograd port',
        ns('ours'),
        ns('micrograd'),
        ratio('micrograd', 'ours'),
        '≥ 100',
        (r) => r >= 100,
      ),
      row(
        'the limit: typed arrays by level and kind',
        ns('ours'),
        ns('limit'),
        ratio('ours', 'limit'),
        '≤ 3',
        (r) => r <= 3,
      ),
      row('a loop with a switch', ns('ours'), ns('switched'), ratio('ours', 'switched'), '', null),
      row(
        'the limit, new arrays for every pass',
        ns('fresh'),
        ns('limit'),
        ratio('fresh', 'limit'),
        '',
        null,
      ),
      row(
        'the limit, all in one process',
        `${shared.ours.toFixed(1)} ns a gate`,
        `${shared.limit.toFixed(1)} ns a gate`,
        shared.ours / shared.limit,
        '',
        null,
      ),
      row(
        'micrograd, all in one process',
        `${shared.ours.toFixed(1)} ns a gate`,
        `${shared.micrograd.toFixed(1)} ns a gate`,
        shared.micrograd / shared.ours,
        '',
        null,
      ),
      row(
        'ours at 1,000,000 gates against 10,000',
        `${large.ns.toFixed(1)} ns a gate`,
        ns('ours'),
        large.ns / median(seen.map(({ ours }) => ours)),
        '≤ 3',
        (r) => r <= 3,
      ),
    ],
  }
}

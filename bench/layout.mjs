// Layout of large graphs against Graphviz, dagre and ELK, each in a process of its own; crossings as drawn.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { core } from './bundle.mjs'
import { crossingsOf } from './crossings.mjs'
import { graphviz, linesOfPlain, rankers } from './graphs.mjs'
import { randomDag, smallDag } from './programs.mjs'
import { median, ms, row, timed } from './report.mjs'

const peer = fileURLToPath(new URL('peer.mjs', import.meta.url))
const longest = 240_000

const ask = (library, graph, rounds) => {
  try {
    const options = { input: JSON.stringify(graph), timeout: longest, maxBuffer: 1 << 28 }
    return JSON.parse(
      execFileSync(
        process.execPath,
        ['--stack-size=4000', peer, library, String(rounds)],
        options,
      ).toString(),
    )
  } catch {
    return null
  }
}

const circuitOf = ({ compileAnew }, source) => {
  const compiled = compileAnew(source)
  if (!compiled.ok) throw new Error(compiled.problems[0].message)
  return compiled.value.circuit
}

const graphOf = ({ inputsOf }, { wires }) => ({
  nodes: wires.map(({ id }) => id),
  edges: wires.flatMap((wire) => inputsOf(wire).map((input) => [input, wire.id])),
})

/** What stands in our left column, from top to bottom. */
const leftOf = (app, circuit) => {
  const { at, wires } = app.placedIn(circuit, { digits: 2 }).plan.columns
  return [...wires.subarray(at[0], at[1])]
}

const linesOf = ({ branches }) => branches.map(({ path }) => path.map(({ x, y }) => [x, y]))

const against = (app, name, circuit, { quick, aims }) => {
  const graph = graphOf(app, circuit)
  const ours = timed(() => app.placedIn(circuit, { digits: 2 }), { milliseconds: quick ? 800 : 3000 })
  const crossings = crossingsOf(linesOf(app.place(circuit, { digits: 2 })))
  const rounds = quick ? 1 : 3
  const rows = []
  const add = (label, found, aim) => {
    if (!found)
      return rows.push({
        against: label,
        ours: ms(ours),
        theirs: `no answer in ${longest / 1000} s`,
        ratio: '',
        aim: '',
        verdict: '',
      })
    rows.push(
      row(
        label,
        ms(ours),
        ms(found.time),
        found.time / ours,
        aim ? `≥ ${aim}` : '',
        aim ? (r) => r >= aim : null,
      ),
    )
    rows.push(
      row(
        `${label}: crossings`,
        String(crossings),
        String(found.crossings),
        crossings / found.crossings,
        label === 'Graphviz' ? '≤ 1' : '',
        label === 'Graphviz' ? (r) => r <= 1 : null,
      ),
    )
  }
  add('Graphviz', ask('graphviz', graph, rounds), aims.graphviz)
  const others = rankers.map((ranker) => [ranker, ask(`dagre:${ranker}`, graph, 1)])
  const fastest = others.filter(([, found]) => found).sort(([, a], [, b]) => a.time - b.time)[0]
  add(fastest ? `dagre, ${fastest[0]}, its fastest` : 'dagre', fastest?.[1] ?? null, aims.dagre)
  add('ELK layered', ask('elk', graph, 1), null)
  return {
    title: `Layout: ${name}`,
    about: `${graph.nodes.length} nodes, ${graph.edges.length} edges. Warm medians of ours, from circuit to all coordinates in arrays; the others each in a process of their own.`,
    rows,
  }
}

export const layouts = async (quick) => {
  const app = await core()
  const dag = circuitOf(app, randomDag(1000))
  const perceptron = circuitOf(app, app.mlp())
  return [
    against(app, 'a random expression graph', dag, { quick, aims: { graphviz: 50, dagre: 300 } }),
    against(app, 'the perceptron of the gallery', perceptron, { quick, aims: { graphviz: 20, dagre: 100 } }),
    growth(app, dag, quick),
    await small(app, quick),
  ]
}

const growth = (app, dag, quick) => {
  const large = circuitOf(app, randomDag(10_000))
  const circuits = [dag, large]
  const measure = (time) => circuits.map((circuit) => timed(() => app.placedIn(circuit, { digits: 2 }), time))
  measure({ milliseconds: 0, least: 1, warm: 40 })
  // In turns: a machine is not always equally fast.
  const seen = Array.from({ length: quick ? 3 : 9 }, () => measure({ milliseconds: 500, warm: 1 }))
  const [one, ten] = [0, 1].map((i) => median(seen.map((times) => times[i])))
  const ratio = median(seen.map(([one, ten]) => ten / one))
  return {
    title: 'Layout: ten times as large',
    about:
      'A random expression graph of 10,000 nodes against one of 1,000, in turns; medians of times and of ratios.',
    rows: [row('ours, 10,000 nodes against 1,000', ms(ten), ms(one), ratio, '< 10', (r) => r < 10)],
  }
}

const small = async (app, quick) => {
  const run = await graphviz()
  const mean = (numbers) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length
  const compare = (name, sources, held = false) => {
    const pairs = sources.map((source) => {
      const circuit = circuitOf(app, source)
      return [
        crossingsOf(linesOf(app.place(circuit, { digits: 2 }))),
        crossingsOf(
          linesOfPlain(run({ ...graphOf(app, circuit), ...(held && { left: leftOf(app, circuit) }) })),
        ),
      ]
    })
    const [ours, theirs] = [0, 1].map((i) => mean(pairs.map((pair) => pair[i])))
    const more = pairs.filter(([a, b]) => a > b).length
    const label = `${name}: crossings on average (more in ${more}, fewer in ${pairs.filter(([a, b]) => a < b).length} of ${pairs.length})`
    return row(
      label,
      ours.toFixed(2),
      theirs.toFixed(2),
      theirs === 0 ? (ours === 0 ? 1 : Infinity) : ours / theirs,
      held ? '' : '≤ 1',
      held ? null : (r) => r <= 1,
    )
  }
  const count = quick ? 60 : 500
  const random = Array.from({ length: count }, (_, i) => smallDag(i))
  return {
    title: 'Layout: the sizes people see most',
    about: `Against Graphviz: the gallery, and ${count} random graphs of 5 to 60 gates. Graphviz puts inputs and gates into any column; ours keep inputs in the left one, in order of first use.`,
    rows: [
      compare(
        'the gallery',
        app.gallery.map(({ source }) => source),
      ),
      compare('random graphs', random),
      compare('the same, Graphviz held to that column and order', random, true),
    ],
  }
}

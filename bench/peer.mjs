// One layout library in a process of its own: `node peer.mjs <library> <rounds>` reads a graph and prints the median
// time and the crossings of its drawing.
import { readFileSync } from 'node:fs'
import { crossingsOf } from './crossings.mjs'
import { dagre, elk, graphviz, linesOfDagre, linesOfElk, linesOfPlain } from './graphs.mjs'
import { median } from './report.mjs'

const [, , library, rounds] = process.argv
const graph = JSON.parse(readFileSync(0, 'utf8'))
const [name, ranker] = library.split(':')
const libraries = {
  graphviz: async () => [await graphviz(), linesOfPlain],
  dagre: async () => {
    const run = await dagre()
    return [(each) => run(each, ranker), linesOfDagre]
  },
  elk: async () => [await elk(), linesOfElk],
}
const [run, linesOf] = await libraries[name]()
const took = []
let drawing
for (let i = 0; i < Number(rounds); i++) {
  const start = performance.now()
  drawing = await run(graph)
  took.push(performance.now() - start)
}
console.log(JSON.stringify({ time: median(took), crossings: crossingsOf(linesOf(drawing)) }))

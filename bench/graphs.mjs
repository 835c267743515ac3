// The same graph laid out by others: Graphviz in WebAssembly, dagre with each of its rankers, ELK.
import { flattened } from './crossings.mjs'

/** Nodes of `left` are held in the first column, in this order. */
const dotOf = ({ nodes, edges, left = [] }) => {
  const held = left.slice(1).map((node, i) => `${left[i]}->${node}[style=invis];`)
  const column = left.length > 0 ? `{rank=source;${left.map((n) => `${n};`).join('')}${held.join('')}}` : ''
  return `digraph{rankdir=LR;node[shape=circle,width=0.5,fixedsize=true,label=""];${nodes.map((n) => `${n};`).join('')}${column}${edges.map(([a, b]) => `${a}->${b};`).join('')}}`
}

export const graphviz = async () => {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz')
  const engine = await Graphviz.load()
  return (graph) => engine.layout(dotOf(graph), 'plain', 'dot')
}

/** The lines of Graphviz's plain output. */
export const linesOfPlain = (plain) =>
  plain
    .split('\n')
    .filter((line) => line.startsWith('edge ') && !line.includes(' invis '))
    .map((line) => {
      const fields = line.split(' ')
      const count = Number(fields[3])
      return flattened(
        Array.from({ length: count }, (_, i) => [Number(fields[4 + 2 * i]), Number(fields[5 + 2 * i])]),
      )
    })

export const rankers = ['network-simplex', 'tight-tree', 'longest-path']

export const dagre = async () => {
  const { default: library } = await import('@dagrejs/dagre')
  return ({ nodes, edges }, ranker) => {
    const graph = new library.graphlib.Graph({ multigraph: true })
    graph.setGraph({ rankdir: 'LR', ranker })
    graph.setDefaultEdgeLabel(() => ({}))
    for (const node of nodes) graph.setNode(String(node), { width: 40, height: 40 })
    edges.forEach(([a, b], i) => {
      graph.setEdge(String(a), String(b), {}, String(i))
    })
    library.layout(graph)
    return graph
  }
}

export const linesOfDagre = (graph) =>
  graph.edges().map((edge) => graph.edge(edge).points.map(({ x, y }) => [x, y]))

export const elk = async () => {
  const { default: Elk } = await import('elkjs')
  const engine = new Elk()
  return ({ nodes, edges }) =>
    engine.layout({
      id: 'root',
      layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT' },
      children: nodes.map((node) => ({ id: String(node), width: 40, height: 40 })),
      edges: edges.map(([a, b], i) => ({ id: `e${i}`, sources: [String(a)], targets: [String(b)] })),
    })
}

export const linesOfElk = ({ edges }) =>
  edges.flatMap(({ sections }) =>
    sections.map(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y]),
    ),
  )

// One contender in a process of its own: `node contender.mjs <name> <gates> <milliseconds>` prints nanoseconds a gate
// and the gradients on the inputs. `all` runs every one in the same process, one after the other.
import { core } from './bundle.mjs'
import { limit, switched } from './flat.mjs'
import { micrograd } from './micrograd.mjs'
import { mixed } from './programs.mjs'

/** Wired up by hand: the text of a million gates is longer than a program may be. */
const circuitOf = ({ beginDraft, drained, gateNamed }, { inputs, gates }) => {
  const draft = beginDraft()
  const span = { from: 0, to: 0 }
  const wires = inputs.map((_, i) => draft.input({ statement: `x${i}`, text: `x${i}`, span }))
  const square = { value: 2, text: '2' }
  for (const [kind, a, b] of gates) {
    const gate = gateNamed(kind === 'square' ? 'power' : kind)
    const operands = gate.ports.length === 2 ? [wires[a], wires[b]] : [wires[a]]
    const from = { inputs: operands, constant: kind === 'square' ? square : null }
    wires.push(draft.gate(gate, from, { statement: `g${wires.length}`, text: 'g', span }))
  }
  return drained(draft.finishing(wires.at(-1)))
}

const ours = async (program) => {
  const app = await core()
  const circuit = circuitOf(app, program)
  const inputs = Float64Array.from(program.inputs)
  let pass
  return () => {
    // As a loop would: over the numbers before.
    pass = app.runPass(circuit, inputs, pass)
    return circuit.inputs.map((wire) => pass.gradients[wire])
  }
}

/** The same with new arrays for every pass, as the app runs it: a picture keeps its numbers. */
const fresh = async (program) => {
  const app = await core()
  const circuit = circuitOf(app, program)
  const inputs = Float64Array.from(program.inputs)
  return () => {
    const { gradients } = app.runPass(circuit, inputs)
    return circuit.inputs.map((wire) => gradients[wire])
  }
}

const contenders = { ours, fresh, micrograd, switched, limit }

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

const measured = async (name, program, milliseconds) => {
  const run = await contenders[name](program)
  const until = performance.now() + milliseconds / 3
  while (performance.now() < until) run()
  const took = []
  const end = performance.now() + milliseconds
  while (performance.now() < end || took.length < 5) {
    const start = performance.now()
    run()
    took.push(performance.now() - start)
  }
  return { name, ns: (median(took) * 1e6) / program.gates.length, gradients: Array.from(run()) }
}

const [, , name, gates, milliseconds] = process.argv
const program = mixed(Number(gates))
const names = name === 'all' ? Object.keys(contenders) : [name]
const found = []
for (const each of names) found.push(await measured(each, program, Number(milliseconds)))
console.log(JSON.stringify(found))

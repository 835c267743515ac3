import { useMemo } from 'react'
import { placedIn } from '../layout/place'
import { passOf } from '../program/derive'
import { drawable } from '../program/drawable'
import { buildScene } from '../scene/build'
import type { Mark, Scene } from '../scene/scene'

/** More wires than these are a grey cloud at this size. */
const mostWires = 60

const sceneOf = (source: string): Scene | null => {
  const compiled = drawable(source)
  if (!compiled.ok || compiled.value.circuit.wires.length > mostWires) return null
  const { circuit } = compiled.value
  return buildScene({
    circuit,
    pass: passOf(compiled.value),
    layout: placedIn(circuit, { digits: 0 }),
    decimals: 0,
    asked: null,
    pointed: new Set(),
    wants: false,
  })
}

/** A program's circuit, as small as a stamp: wires and gates, no numbers. */
export const Thumb = ({ source }: { readonly source: string }) => {
  const scene = useMemo(() => sceneOf(source), [source])
  if (!scene) return null
  const { x, y, width, height } = scene.bounds
  return (
    <svg className="thumb" viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      {scene.marks.map((mark) => (
        <Stroke key={`${mark.kind} ${mark.key}`} mark={mark} />
      ))}
    </svg>
  )
}

const Stroke = ({ mark }: { readonly mark: Mark }) => {
  if (mark.kind !== 'gate')
    return <polyline points={mark.path.map((point) => `${point.x},${point.y}`).join(' ')} />
  const { centre, halfWidth, sign } = mark
  return (
    <>
      <rect x={centre.x - halfWidth} y={centre.y - 20} width={2 * halfWidth} height={40} rx={20} />
      <text x={centre.x} y={centre.y} fontSize={sign.size}>
        {sign.text}
      </text>
    </>
  )
}

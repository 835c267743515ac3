import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Scene } from '../scene/scene'
import type { Asker } from './asking'
import { millisecondsFor, type Pace } from './motion'
import { createStage, type Stage } from './stage'

export type CameraHandle = Pick<Stage, 'fit' | 'zoomBy'>

type Props = Asker & {
  readonly scene: Scene
  readonly pace: Pace
  /** Another number: another program, to be seen from its own first sight. */
  readonly opened: number
  readonly camera: Ref<CameraHandle>
}

/** React's side of the island: it makes one empty `<svg>`, hands scenes down and passes questions up. */
export const CircuitView = ({ scene, pace, opened, camera, onAsk, onPin }: Props) => {
  const svg = useRef<SVGSVGElement>(null)
  const stage = useRef<Stage>(null)

  useLayoutEffect(() => {
    if (!svg.current) return
    const made = createStage(svg.current, { onAsk, onPin })
    stage.current = made
    return () => {
      made.destroy()
      stage.current = null
    }
  }, [onAsk, onPin])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number says when
  useLayoutEffect(() => stage.current?.forget(), [opened])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other callbacks make another, empty stage
  useLayoutEffect(() => stage.current?.show(scene, millisecondsFor(pace)), [scene, pace, onAsk, onPin])

  useImperativeHandle(camera, () => ({
    fit: () => stage.current?.fit(),
    zoomBy: (factor) => stage.current?.zoomBy(factor),
  }))

  return <svg ref={svg} className="stage" />
}

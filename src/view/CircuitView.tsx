import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Scene, Subject } from '../scene/scene'
import type { Hands } from './grabbing'
import { millisecondsFor, type Tempo } from './motion'
import { createStage, type Stage, type Watcher } from './stage'

/** By how much a key or a button zooms. */
export const zoomStep = 1.25

export type CameraHandle = Pick<Stage, 'fit' | 'zoomBy' | 'placeOf' | 'focusOn'> & {
  readonly flyTo: (subject: Subject) => void
}

/** How long the camera flies, in milliseconds, where things move at all. */
const flight = 600

type Props = {
  readonly scene: Scene
  readonly tempo: Tempo
  /** Shown to a hall: large, and turned to where something happens. */
  readonly hall: boolean
  /** Another number: another program, to be seen from its own first sight. */
  readonly opened: number
  readonly camera: Ref<CameraHandle>
  /** Null until they have come. */
  readonly hands: Hands | null
  /** Another one makes another, empty stage. */
  readonly watcher: Watcher
}

/** React's side of the island: it makes one empty `<svg>`, hands scenes down and passes questions up. */
export const CircuitView = ({ scene, tempo, hall, opened, camera, hands, watcher }: Props) => {
  const svg = useRef<SVGSVGElement>(null)
  const stage = useRef<Stage>(null)

  useLayoutEffect(() => {
    if (!svg.current) return
    const made = createStage(svg.current, watcher)
    stage.current = made
    return () => {
      made.destroy()
      stage.current = null
    }
  }, [watcher])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number says when
  useLayoutEffect(() => stage.current?.forget(), [opened])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another watcher makes another, empty stage
  useLayoutEffect(
    () => stage.current?.show(scene, millisecondsFor(tempo), hall),
    [scene, tempo, hall, watcher],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: another watcher makes another, empty stage
  useLayoutEffect(() => {
    if (hands) stage.current?.lend(hands)
  }, [hands, watcher])

  useImperativeHandle(camera, () => ({
    fit: () => stage.current?.fit(),
    zoomBy: (factor) => stage.current?.zoomBy(factor),
    placeOf: (subject) => stage.current?.placeOf(subject) ?? null,
    focusOn: (subject) => stage.current?.focusOn(subject),
    flyTo: (subject) => stage.current?.flyTo(subject, millisecondsFor(tempo) && flight),
  }))

  return <svg ref={svg} className="stage" />
}

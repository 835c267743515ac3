import { type RefObject, useEffect, useRef } from 'react'
import { inputRowsOf } from '../state/inputs'
import { useStore } from '../state/store'
import type { CameraHandle } from '../view/CircuitView'
import { InputEntry } from './InputEntry'

export type Writing = {
  readonly wire: string
  readonly camera: RefObject<CameraHandle | null>
  /** Finished by a key: the focus goes back to the number. */
  readonly onDone: () => void
  /** Finished by going elsewhere. */
  readonly onLeave: () => void
}

/** A field over the number on the picture, to type another one. */
export const WriteField = ({ wire, camera, onDone, onLeave }: Writing) => {
  const row = useStore(({ session }) => inputRowsOf(session)).find(({ key }) => key === wire)
  const host = useRef<HTMLDivElement>(null)
  const place = camera.current?.placeOf({ about: 'value', wire })

  useEffect(() => {
    const field = host.current?.querySelector('input')
    field?.focus()
    field?.select()
  }, [])

  if (!row || !place) return null
  return (
    <div
      ref={host}
      className="write-field"
      style={{ left: `clamp(4px, ${place.x}px - 6px, 100% - 8rem)`, top: `max(4px, ${place.y}px - 2.2rem)` }}
    >
      <InputEntry row={row} label={`New number for ${row.name}`} onDone={onDone} onLeave={onLeave} />
    </div>
  )
}

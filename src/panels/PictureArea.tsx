import { type ComponentType, type RefObject, useMemo, useState } from 'react'
import { awaited } from '../state/large'
import { useStore } from '../state/store'
import { pictureOf } from '../state/views'
import { type CameraHandle, CircuitView } from '../view/CircuitView'
import type { Hands } from '../view/grabbing'
import type { Watcher } from '../view/stage'
import { NoPicture } from './NoPicture'
import { Notice } from './Notice'
import { Toolbar } from './Toolbar'
import { LayingOut, Reading } from './Waiting'
import type { Writing } from './WriteField'

type Props = {
  readonly camera: RefObject<CameraHandle | null>
  /** What moves inputs, and types their numbers; null until it has come. */
  readonly hands: Hands | null
  readonly field: ComponentType<Writing> | null
  /** In somebody else's page the wheel scrolls that page, unless this one is wanted. */
  readonly takesWheel?: (event: WheelEvent) => boolean
}

/** The picture, or what stands in its place while there is none. */
export const PictureArea = ({ camera, hands, field: Field, takesWheel }: Props) => {
  const blank = useStore(({ session }) => session.source.trim() === '')
  const picture = useStore(({ session }) => pictureOf(session))
  const waiting = useStore(({ session }) => awaited(session)?.circuit.wires.length ?? null)
  const reading = useStore(({ session }) => session.unread !== null)
  const gesture = useStore(({ session }) => session.gesture)
  const motion = useStore(({ session }) => session.settings.motion)
  const tempo = useMemo(() => ({ gesture, motion }), [gesture, motion])
  const telling = useStore(({ session }) => session.course.place !== null)
  const hall = useStore(({ session }) => session.hall !== null)
  const opened = useStore(({ session }) => session.opened + session.others)
  const inviting = useStore(({ session }) => session.lesson === 'drag')
  const { ask, pin, grab, pull, drop, cancelDrag, write } = useStore((store) => store.do)
  const writing = useStore(({ session }) => session.writing)
  /** Counts changes of the view while a field stands over a number: it moves with it. */
  const [, setViews] = useState(0)

  const watcher = useMemo(
    (): Watcher => ({
      onAsk: ask,
      onPin: pin,
      onGrab: grab,
      onPull: pull,
      onDrop: drop,
      onCancel: cancelDrag,
      onWrite: write,
      ...(takesWheel && { takesWheel }),
      onView: () => setViews((count) => (useStore.getState().session.writing === null ? count : count + 1)),
    }),
    [ask, pin, grab, pull, drop, cancelDrag, write, takesWheel],
  )
  const leave = () => write(null)
  const finish = () => {
    if (writing !== null) camera.current?.focusOn({ about: 'value', wire: writing })
    leave()
  }

  const wait = reading ? <Reading /> : !blank && waiting !== null && <LayingOut wires={waiting} />
  if (!picture && wait) return <div className="sheet">{wait}</div>
  if (blank || !picture) return <NoPicture />
  const classes = [
    'sheet',
    picture.stale && !reading && 'stale',
    inviting && 'inviting',
    telling && 'telling',
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <div className={classes}>
      <CircuitView
        scene={picture.scene}
        tempo={tempo}
        hall={hall}
        opened={opened}
        camera={camera}
        hands={hands}
        watcher={watcher}
      />
      {writing !== null && Field && (
        <Field key={writing} wire={writing} camera={camera} onDone={finish} onLeave={leave} />
      )}
      {wait || <Notice stale={picture.stale} />}
      <Toolbar camera={() => camera.current} />
    </div>
  )
}

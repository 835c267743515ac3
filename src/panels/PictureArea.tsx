import { type RefObject, useCallback, useMemo, useState } from 'react'
import { useStore } from '../state/store'
import { pictureOf } from '../state/views'
import { type CameraHandle, CircuitView } from '../view/CircuitView'
import type { Watcher } from '../view/stage'
import { NoPicture } from './NoPicture'
import { Notice } from './Notice'
import { Toolbar } from './Toolbar'
import { WriteField } from './WriteField'

type Props = { readonly camera: RefObject<CameraHandle | null> }

/** The picture, or what stands in its place while there is none. */
export const PictureArea = ({ camera }: Props) => {
  const blank = useStore(({ session }) => session.source.trim() === '')
  const picture = useStore(({ session }) => pictureOf(session))
  const gesture = useStore(({ session }) => session.gesture)
  const motion = useStore(({ session }) => session.settings.motion)
  const pace = useMemo(() => ({ gesture, motion }), [gesture, motion])
  const opened = useStore(({ session }) => session.opened)
  const inviting = useStore(({ session }) => session.lesson === 'drag')
  const { ask, pin, grab, pull, drop, cancelDrag } = useStore((store) => store.do)
  /** The wire whose number is being typed in its place; another object when the place has moved. */
  const [writing, setWriting] = useState<{ readonly wire: string } | null>(null)

  const watcher = useMemo(
    (): Watcher => ({
      onAsk: ask,
      onPin: pin,
      onGrab: grab,
      onPull: pull,
      onDrop: drop,
      onCancel: cancelDrag,
      onWrite: (wire) => setWriting({ wire }),
      onView: () => setWriting((now) => now && { ...now }),
    }),
    [ask, pin, grab, pull, drop, cancelDrag],
  )
  const leave = useCallback(() => setWriting(null), [])
  const finish = () => {
    if (writing) camera.current?.focusOn({ about: 'value', wire: writing.wire })
    leave()
  }

  if (blank || !picture) return <NoPicture />
  const classes = ['sheet', picture.stale && 'stale', inviting && 'inviting'].filter(Boolean).join(' ')
  return (
    <div className={classes}>
      <CircuitView scene={picture.scene} pace={pace} opened={opened} camera={camera} watcher={watcher} />
      {writing && !picture.stale && (
        <WriteField wire={writing.wire} camera={camera} onDone={finish} onLeave={leave} />
      )}
      <Notice stale={picture.stale} />
      <Toolbar camera={() => camera.current} />
    </div>
  )
}

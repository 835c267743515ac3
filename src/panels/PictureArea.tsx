import { type RefObject, useMemo } from 'react'
import { useStore } from '../state/store'
import { pictureOf } from '../state/views'
import { type CameraHandle, CircuitView } from '../view/CircuitView'
import { NoPicture } from './NoPicture'
import { Toolbar } from './Toolbar'

/** The picture, or what stands in its place while there is none. */
export const PictureArea = ({ camera }: { readonly camera: RefObject<CameraHandle | null> }) => {
  const blank = useStore(({ session }) => session.source.trim() === '')
  const picture = useStore(({ session }) => pictureOf(session))
  const gesture = useStore(({ session }) => session.gesture)
  const typedAt = useStore(({ session }) => session.typedAt)
  const pace = useMemo(() => ({ gesture, typedAt }), [gesture, typedAt])
  const opened = useStore(({ session }) => session.opened)
  const notice = useStore(({ session }) => session.notice)
  const { ask, pin, say } = useStore((store) => store.do)

  if (blank || !picture) return <NoPicture />
  return (
    <div className={picture.stale ? 'sheet stale' : 'sheet'}>
      <CircuitView
        scene={picture.scene}
        pace={pace}
        opened={opened}
        camera={camera}
        onAsk={ask}
        onPin={pin}
      />
      {notice && (
        <p className="stale-note" role="status">
          {notice}{' '}
          <button type="button" onClick={() => say(null)}>
            Close
          </button>
        </p>
      )}
      {picture.stale && !notice && (
        <p className="stale-note" role="status">
          The picture shows the last text that was whole
        </p>
      )}
      <Toolbar camera={() => camera.current} />
    </div>
  )
}

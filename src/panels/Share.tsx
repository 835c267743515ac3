import { useMemo, useState } from 'react'
import type { Opened } from '../share/query'
import { frameOf } from '../state/still'
import { useStore } from '../state/store'
import { Copied } from './Copied'
import { Modal } from './Modal'
import { QrCode } from './QrCode'
import { handWritten, reachOf, shareNames } from './sharing'

/** The ways to hand the circuit on; all are made from the session, never from the address bar. */
export const Share = () => (
  <Modal name="share" title="Share">
    <Ways />
  </Modal>
)

const Ways = () => {
  const session = useStore(({ session }) => session)
  const [atStep, setAtStep] = useState(true)
  const frame = useMemo((): Opened => {
    const here = frameOf(session)
    return atStep ? here : { ...here, place: null, grain: null }
  }, [session, atStep])
  const links = useMemo(() => shareNames(frame, location.href), [frame])
  const hasStep = session.course.place !== null
  if (session.source.trim() === '')
    return <p className="quiet">There is nothing to share yet: write a program, or open an example.</p>
  if (!links)
    return (
      <p className="quiet">This program is too long for a link. Save it as a file and send that instead.</p>
    )
  const { link, page, title } = links
  return (
    <div className="share-ways">
      <div className="share-links">
        {hasStep && (
          <label className="share-choice">
            <input type="checkbox" checked={atStep} onChange={({ target }) => setAtStep(target.checked)} />
            at this step
          </label>
        )}
        <Copied name="Link" text={link} first note={reachOf(link)} />
        <SystemShare title={title} link={link} />
        <ByHand frame={frame} page={page} />
        <Copied name="Markdown" text={`[${title}](${link})`} />
        <Snippet frame={frame} title={title} />
      </div>
      <QrCode link={link} />
    </div>
  )
}

/** Where the system has a sheet of its own. */
const SystemShare = ({ title, link }: { readonly title: string; readonly link: string }) =>
  typeof navigator.share === 'function' ? (
    <button
      type="button"
      className="fix"
      // Closing the sheet without choosing is no failure.
      onClick={() => navigator.share({ title, url: link }).catch(() => undefined)}
    >
      Share with…
    </button>
  ) : null

/** Longer than this nobody writes, or reads, by hand. */
const readable = 160

const ByHand = ({ frame, page }: { readonly frame: Opened; readonly page: string }) => {
  const hash = handWritten(frame)
  if (hash === null || hash.length > readable) return null
  return (
    <Copied
      name="As text"
      text={page + hash}
      note="The program can be read and changed in it. It has no check: damage is not noticed."
    />
  )
}

const Snippet = ({ frame, title }: { readonly frame: Opened; readonly title: string }) => {
  const [controls, setControls] = useState<'steps' | 'none'>('steps')
  const [autoplay, setAutoplay] = useState(false)
  const links = shareNames({ ...frame, embed: { controls, autoplay } }, location.href)
  if (!links) return null
  return (
    <div className="share-snippet">
      <Copied name="For a page" text={links.snippet(title)} note="A live circuit in a page or a slide." />
      <label className="share-choice">
        <input
          type="checkbox"
          checked={controls === 'steps'}
          onChange={({ target }) => setControls(target.checked ? 'steps' : 'none')}
        />
        with its steps
      </label>
      <label className="share-choice">
        <input type="checkbox" checked={autoplay} onChange={({ target }) => setAutoplay(target.checked)} />
        playing by itself
      </label>
    </div>
  )
}

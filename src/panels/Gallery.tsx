import { LayoutGrid, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { type Example, gallery } from '../program/gallery'
import { openExample } from './open'

const groups = [...new Set(gallery.map(({ group }) => group))].map(
  (name) => [name, gallery.filter(({ group }) => group === name)] as const,
)

/** The examples, in a dialog behind one button. */
export const Gallery = () => {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const close = () => dialog.current?.close()
  const choose = (example: Example) => {
    openExample(example)
    close()
  }

  return (
    <>
      <button type="button" className="tool worded" onClick={() => dialog.current?.showModal()}>
        <LayoutGrid aria-hidden size={18} />
        Gallery
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; this is the click beside it */}
      <dialog
        ref={dialog}
        className="gallery"
        aria-labelledby={title}
        onClick={(event) => event.target === event.currentTarget && close()}
      >
        <div className="gallery-page">
          <div className="gallery-head">
            <h2 id={title}>Gallery</h2>
            <button type="button" className="tool" aria-label="Close" onClick={close}>
              <X aria-hidden size={18} />
            </button>
          </div>
          {groups.map(([group, examples]) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <ul>
                {examples.map((example) => (
                  <li key={example.id}>
                    <button type="button" className="example" onClick={() => choose(example)}>
                      <strong>{example.title}</strong> <span>{example.about}</span>{' '}
                      <code>{example.source}</code>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </dialog>
    </>
  )
}

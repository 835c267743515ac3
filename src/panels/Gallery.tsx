import { gallery } from '../program/gallery'
import { useStore } from '../state/store'
import { Modal } from './Modal'
import { openExample } from './open'

const groups = [...new Set(gallery.map(({ group }) => group))].map(
  (name) => [name, gallery.filter(({ group }) => group === name)] as const,
)

/** The examples, each with what to look at. */
export const Gallery = () => {
  const show = useStore((store) => store.do.show)
  return (
    <Modal name="gallery" title="Gallery">
      {groups.map(([group, examples]) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <ul>
            {examples.map((example) => (
              <li key={example.id}>
                <button
                  type="button"
                  className="example"
                  onClick={() => {
                    openExample(example)
                    show(null)
                  }}
                >
                  <strong>{example.title}</strong> <span>{example.about}</span> <code>{example.source}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Modal>
  )
}

import { examples } from '../program/gallery'
import { useStore } from '../state/store'
import { Modal } from './Modal'
import { openExample } from './open'

const groups = [...new Set(examples.map(({ group }) => group))].map(
  (name) => [name, examples.filter(({ group }) => group === name)] as const,
)

const longest = 800
const excerpt = (source: string): string =>
  source.length > longest ? `${source.slice(0, longest)} …` : source

/** The examples, each with what to look at. */
export const Gallery = () => {
  const show = useStore((store) => store.do.show)
  return (
    <Modal name="gallery" title="Gallery">
      {groups.map(([group, members]) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <ul>
            {members.map((example) => (
              <li key={example.id}>
                <button
                  type="button"
                  className="example"
                  onClick={() => {
                    openExample(example)
                    show(null)
                  }}
                >
                  <strong>{example.title}</strong> <span>{example.about}</span>{' '}
                  <code>{excerpt(example.source)}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Modal>
  )
}

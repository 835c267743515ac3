import { FolderOpen, Save, Trash2 } from 'lucide'
import { useRef, useState } from 'react'
import { readQuery } from '../share/query'
import { type Kept, shelfIn } from '../share/shelf'
import { useStore } from '../state/store'
import { Icon } from './Icon'
import { Modal } from './Modal'
import { Thumb } from './Thumb'

type Files = {
  readonly onOpen: (file: File) => void
  readonly onSave: () => void
}

const shelf = shelfIn(() => window.localStorage)

/** The programs that were worked on in this browser, and the ways to and from files. */
export const Recent = (files: Files) => (
  <Modal name="recent" title="Recent">
    <Works {...files} />
  </Modal>
)

const Works = ({ onOpen, onSave }: Files) => {
  const [works, setWorks] = useState(() => shelf.works())
  const { show, load } = useStore((store) => store.do)
  const chosen = useStore(({ session }) => session.chosen)
  const picker = useRef<HTMLInputElement>(null)
  const open = ({ source, query }: Kept) => {
    const { settings, place, grain } = readQuery(query)
    load({ source, digits: settings.digits ?? chosen.digits }, { place, grain })
    show(null)
  }
  const forget = ({ key }: Kept) => {
    shelf.forget(key)
    setWorks(shelf.works())
  }
  return (
    <>
      <div className="file-tools">
        <button type="button" className="fix" data-first onClick={() => picker.current?.click()}>
          <Icon of={FolderOpen} size={16} /> Open a file…
        </button>
        <button type="button" className="fix" onClick={onSave}>
          <Icon of={Save} size={16} /> Save as a file
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label="File to open"
          accept=".txt,.py,.svg,text/plain"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (!file) return
            onOpen(file)
            show(null)
          }}
        />
      </div>
      <p className="quiet">
        What you write is kept in this browser as you write it; the last twenty programs are here. A file may
        also be dropped on the page.
      </p>
      {works.length === 0 && <p className="quiet">Nothing has been changed here yet.</p>}
      <ul className="works">
        {works.map((work) => (
          <li key={work.key}>
            <button type="button" className="example" onClick={() => open(work)}>
              <Thumb source={work.source} />
              <span>{new Date(work.at).toLocaleString()}</span>
              <code>{excerptOf(work.source)}</code>
            </button>
            <button
              type="button"
              className="tool forget"
              aria-label={`Forget ${excerptOf(work.source)}`}
              title="Forget this program"
              onClick={() => forget(work)}
            >
              <Icon of={Trash2} size={16} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const longestExcerpt = 160

const excerptOf = (source: string): string =>
  source.length > longestExcerpt ? `${source.slice(0, longestExcerpt - 1)}…` : source

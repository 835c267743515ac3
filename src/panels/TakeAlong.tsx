import { useState } from 'react'
import type { Naming } from '../code/names'
import type { Dialect } from '../code/python'
import { hasPages } from '../state/arranged'
import { tooLongIn } from '../state/code'
import { useStore } from '../state/store'
import { CodeChoices } from './CodeChoices'
import { Modal } from './Modal'

/** What can be taken along. */
export type Taking =
  | { readonly kind: 'svg' | 'tikz' | 'beamer' | 'dot' | 'steps' | 'worksheet'; readonly clear: boolean }
  | { readonly kind: 'png' | 'copy'; readonly clear: boolean; readonly scale: number }
  | { readonly kind: 'code'; readonly dialect: Dialect; readonly naming: Naming }

/** What is written wire by wire: of a large circuit it takes a moment, and says so. */
export const isWritten = ({ kind }: Taking): boolean => kind === 'dot' || kind === 'code'

type Props = { readonly onTake: (taking: Taking) => Promise<void> }

/** The picture as it stands at this step, all its steps, and the code, to take along. */
export const TakeAlong = (props: Props) => (
  <Modal name="take" title="Take it along">
    <Ways {...props} />
  </Modal>
)

const Ways = ({ onTake }: Props) => {
  const [clear, setClear] = useState(false)
  const { dialect, naming } = useStore(({ session }) => session.bench)
  const [fault, setFault] = useState<string | null>(null)
  const [isTaking, setTaking] = useState(false)
  const wires = useStore(({ session }) => tooLongIn(session))
  const isSeenWhole = useStore(({ session }) => hasPages(session))
  const blank = useStore(({ session }) => session.source.trim() === '' || session.whole === null)
  if (blank) return <p className="quiet">There is no circuit to take along yet.</p>

  const take = (taking: Taking) => {
    setFault(null)
    setTaking(isWritten(taking))
    onTake(taking)
      .catch((error: Error) =>
        setFault(`That did not work in this browser: ${error.message}. The other ways may.`),
      )
      .finally(() => setTaking(false))
  }
  const way = (name: string, taking: Taking) => (
    <button
      key={name}
      type="button"
      className="fix"
      data-first={taking.kind === 'svg' || undefined}
      onClick={() => take(taking)}
    >
      {name}
    </button>
  )
  return (
    <div className="takes">
      <section aria-label="This picture">
        <h3>This picture, as it stands</h3>
        <div className="file-tools">
          {way('SVG', { kind: 'svg', clear })}
          {[1, 2, 4].map((scale) => way(`PNG ${scale}×`, { kind: 'png', clear, scale }))}
          {way('Copy', { kind: 'copy', clear, scale: 2 })}
          {way('TikZ', { kind: 'tikz', clear })}
          {way('Graphviz', { kind: 'dot', clear })}
        </div>
        <label className="share-choice">
          <input type="checkbox" checked={clear} onChange={({ target }) => setClear(target.checked)} />
          transparent ground
        </label>
        {!isSeenWhole && (
          <p className="note">
            So many wires are drawn as they are seen from afar: dots, and lines by their gradients.
          </p>
        )}
        <p className="note">An SVG file carries its program: drop it on this page, and it opens again.</p>
      </section>
      <section aria-label="All steps">
        <h3>All steps</h3>
        <div className="file-tools">
          {way('Print, a page each', { kind: 'steps', clear })}
          {way('Worksheet and solution', { kind: 'worksheet', clear })}
          {way('Beamer, an overlay each', { kind: 'beamer', clear })}
        </div>
        <p className="note">The browser’s print can save pages as a PDF file.</p>
      </section>
      <section aria-label="The code">
        <h3>The staged code</h3>
        <div className="file-tools">
          <CodeChoices />
          {way('Save the code', { kind: 'code', dialect, naming })}
        </div>
      </section>
      <p role="status">{isTaking && wires !== null && `Writing ${wires.toLocaleString('en')} wires …`}</p>
      <p role="alert">{fault}</p>
    </div>
  )
}

import { Redo2, Undo2 } from 'lucide-react'
import { useStore } from '../state/store'
import { Gallery } from './Gallery'

/** The wordmark, the gallery and the history of the text. */
export const Header = () => {
  const canUndo = useStore(({ session }) => session.past.length > 0 || session.gesture !== null)
  const canRedo = useStore(({ session }) => session.future.length > 0)
  const { undo, redo } = useStore((store) => store.do)

  return (
    <header className="bar">
      <h1>Backflow</h1>
      <Gallery />
      <button
        type="button"
        className="tool"
        aria-label="Undo"
        title="Undo (Ctrl+Z)"
        aria-disabled={!canUndo}
        onClick={undo}
      >
        <Undo2 aria-hidden size={18} />
      </button>
      <button
        type="button"
        className="tool"
        aria-label="Redo"
        title="Redo (Ctrl+Y)"
        aria-disabled={!canRedo}
        onClick={redo}
      >
        <Redo2 aria-hidden size={18} />
      </button>
    </header>
  )
}

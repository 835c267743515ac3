import { Redo2, Undo2 } from 'lucide-react'
import { useStore } from '../state/store'
import { Gallery } from './Gallery'
import { ToolButton } from './ToolButton'

/** The wordmark, the gallery and the history of the text. */
export const Header = () => {
  const canUndo = useStore(({ session }) => session.past.length > 0 || session.gesture !== null)
  const canRedo = useStore(({ session }) => session.future.length > 0)
  const { undo, redo } = useStore((store) => store.do)

  return (
    <header className="bar">
      <h1>Backflow</h1>
      <Gallery />
      <ToolButton label="Undo" keys="Ctrl+Z" icon={Undo2} onPress={undo} idle={!canUndo} />
      <ToolButton label="Redo" keys="Ctrl+Y" icon={Redo2} onPress={redo} idle={!canRedo} />
    </header>
  )
}

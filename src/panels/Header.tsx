import {
  CircleHelp,
  Command,
  Download,
  History,
  LayoutGrid,
  Presentation,
  Redo2,
  Share2,
  Undo2,
} from 'lucide'
import type { ReactNode } from 'react'
import { useStore } from '../state/store'
import { keysOf } from './keys'
import { Settings } from './Settings'
import { ToolButton } from './ToolButton'

/** The wordmark, the gallery, the history of the text, and the ways to everything else. */
export const Header = ({ display }: { readonly display: ReactNode }) => {
  const canUndo = useStore(({ session }) => session.past.length > 0 || session.gesture !== null)
  const canRedo = useStore(({ session }) => session.future.length > 0)
  const { undo, redo, show, present } = useStore((store) => store.do)

  return (
    <header className="bar">
      <h1>Backflow</h1>
      <ToolButton label="Gallery" icon={LayoutGrid} onPress={() => show('gallery')} worded />
      <span className="with-room">
        <ToolButton label="Recent" icon={History} onPress={() => show('recent')} />
      </span>
      <ToolButton label="Undo" keys={keysOf.undo} icon={Undo2} onPress={undo} idle={!canUndo} />
      <ToolButton label="Redo" keys={keysOf.redo} icon={Redo2} onPress={redo} idle={!canRedo} />
      <span className="bar-gap" />
      <ToolButton label="Share" keys={keysOf.share} icon={Share2} onPress={() => show('share')} />
      <span className="with-room">
        <ToolButton label="Take along" keys={keysOf.take} icon={Download} onPress={() => show('take')} />
      </span>
      <span className="with-width">
        <ToolButton label="Present" keys={keysOf.present} icon={Presentation} onPress={() => present(true)} />
      </span>
      <ToolButton label="Commands" keys={keysOf.commands} icon={Command} onPress={() => show('commands')} />
      <span className="with-keyboard">
        <ToolButton label="Keys" keys={keysOf.keys} icon={CircleHelp} onPress={() => show('keys')} />
      </span>
      <Settings display={display} />
    </header>
  )
}

import { Blocks, IndentIncrease, PencilLine } from 'lucide-react'
import { useStore } from '../state/store'
import { ToolButton } from './ToolButton'

/** What helps with writing, above the text. */
export const ProgramTools = ({ onFormat }: { readonly onFormat: () => void }) => {
  const show = useStore((store) => store.do.show)
  return (
    <div className="program-tools">
      <h2 className="panel-title">Program</h2>
      <ToolButton label="Put in a gate" icon={Blocks} onPress={() => show('gates')} />
      <ToolButton label="Rename a wire" keys="F2" icon={PencilLine} onPress={() => show('rename')} />
      <ToolButton label="Format" keys="Shift+Alt+F" icon={IndentIncrease} onPress={onFormat} />
    </div>
  )
}

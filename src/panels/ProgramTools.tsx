import { Blocks, Code, IndentIncrease, PencilLine } from 'lucide'
import { useStore } from '../state/store'
import { Icon } from './Icon'
import { keysOf } from './keys'
import { ToolButton } from './ToolButton'

/** What helps with writing, above the text. */
export const ProgramTools = ({ onFormat }: { readonly onFormat: () => void }) => {
  const show = useStore((store) => store.do.show)
  const code = useStore(({ session }) => session.bench.code)
  const change = useStore((store) => store.do.try)
  const told = useStore(({ session: { unkept, unlinked } }) =>
    [unkept && 'not saved in this browser', unlinked && 'too long for a link'].filter(Boolean).join('; '),
  )
  return (
    <>
      {told !== '' && (
        <span className="unkept" role="status">
          {told}
        </span>
      )}
      <button
        type="button"
        className="tool"
        aria-label="Code"
        title={`The staged code (${keysOf.code})`}
        aria-pressed={code}
        onClick={() => change({ code: !code })}
      >
        <Icon of={Code} />
      </button>
      <ToolButton label="Put in a gate" icon={Blocks} onPress={() => show('gates')} />
      <ToolButton label="Rename" keys={keysOf.rename} icon={PencilLine} onPress={() => show('rename')} />
      <ToolButton label="Format" keys={keysOf.format} icon={IndentIncrease} onPress={onFormat} />
    </>
  )
}

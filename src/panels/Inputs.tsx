import { Lock, LockOpen } from 'lucide-react'
import { type InputRow, inputRowsOf } from '../state/inputs'
import { useStore } from '../state/store'
import { InputEntry } from './InputEntry'
import { InputSlider } from './InputSlider'

/** A row for each input: its number as text and as a slider. While the text is broken, those of the last whole one. */
export const Inputs = () => {
  const rows = useStore(({ session }) => inputRowsOf(session))
  const blank = useStore(({ session }) => session.source.trim() === '')
  const stale = useStore(({ session }) => session.source !== session.whole)
  if (blank || rows.length === 0)
    return <p className="quiet">The inputs of the program appear here, each with a slider.</p>
  return (
    <fieldset className="inputs" aria-label="Values" disabled={stale}>
      {rows.map((row, index) => (
        <div key={placeOf(rows, index)} className="input-row">
          <span className="input-name" title={row.name}>
            {row.name}
          </span>
          <LockButton name={row.name} />
          <InputEntry row={row} />
          <InputSlider row={row} />
          {row.assumed && <p className="assumed">no line sets this: {row.text}</p>}
        </div>
      ))}
    </fieldset>
  )
}

/** Data or parameter: a locked input stays when all others follow their wishes. */
const LockButton = ({ name }: { readonly name: string }) => {
  const locked = useStore(({ session }) => session.bench.locked)
  const change = useStore((store) => store.do.try)
  const isLocked = locked.includes(name)
  const Icon = isLocked ? Lock : LockOpen
  const toggle = () =>
    change({ locked: isLocked ? locked.filter((each) => each !== name) : [...locked, name] })
  return (
    <button
      type="button"
      className="lock"
      aria-pressed={isLocked}
      aria-label={`Lock ${name} as data`}
      title={isLocked ? `${name} is data: it stays when wishes are followed` : `Lock ${name} as data`}
      onClick={toggle}
    >
      <Icon aria-hidden size={16} />
    </button>
  )
}

/** By name, not by wire: the row stays the same one when a drag writes the line that an assumed input lacked. */
const placeOf = (rows: readonly InputRow[], index: number): string => {
  const name = rows[index]?.name
  return `${name} ${rows.slice(0, index).filter((row) => row.name === name).length}`
}

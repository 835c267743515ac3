import { Lock, LockOpen } from 'lucide'
import { useEffect, useRef, useState } from 'react'
import { type InputRow, inputRowsOf } from '../state/inputs'
import { useStore } from '../state/store'
import { Icon } from './Icon'
import { InputEntry } from './InputEntry'
import { InputSlider } from './InputSlider'

/** So many rows at once; more when their end comes into sight. A large net has hundreds of weights. */
const atOnce = 40

/** A row for each input: its number as text and as a slider. While the text is broken, those of the last whole one. */
export const Inputs = () => {
  const opened = useStore(({ session }) => session.opened)
  const rows = useStore(({ session }) => inputRowsOf(session))
  const blank = useStore(({ session }) => session.source.trim() === '')
  if (blank || rows.length === 0)
    return <p className="quiet">The inputs of the program appear here, each with a slider.</p>
  return <Rows key={opened} rows={rows} />
}

const Rows = ({ rows }: { readonly rows: readonly InputRow[] }) => {
  const stale = useStore(({ session }) => session.source !== session.whole)
  const [shown, setShown] = useState(atOnce)
  const list = useRef<HTMLFieldSetElement>(null)
  /** The first row that was asked for by pressing: it gets the focus, for the button may be gone. */
  const asked = useRef<number | null>(null)
  useEffect(() => {
    const row = asked.current === null ? null : list.current?.querySelectorAll('.input-row')[asked.current]
    row?.querySelector('input')?.focus()
    asked.current = null
  })
  const press = () => {
    asked.current = shown
    setShown(shown + atOnce)
  }
  return (
    <fieldset ref={list} className="inputs" aria-label="Values" disabled={stale}>
      {keyed(rows.slice(0, shown)).map(({ key, row }) => (
        <div key={key} className="input-row">
          <span className="input-name" title={row.name}>
            {row.name}
          </span>
          <LockButton name={row.name} />
          <InputEntry row={row} />
          <InputSlider row={row} />
          {row.assumed && <p className="assumed">no line sets this: {row.text}</p>}
        </div>
      ))}
      {shown < rows.length && <More shown={shown} left={rows.length - shown} show={setShown} press={press} />}
    </fieldset>
  )
}

/** The end of the rows so far: they go on when it is scrolled to, or pressed. */
const More = ({
  shown,
  left,
  show,
  press,
}: {
  readonly shown: number
  readonly left: number
  readonly show: (rows: number) => void
  readonly press: () => void
}) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) show(shown + atOnce)
    })
    if (button.current) observer.observe(button.current)
    return () => observer.disconnect()
  }, [shown, show])
  return (
    <button type="button" ref={button} className="more" onClick={press}>
      {left === 1 ? '1 more input' : `${left} more inputs`}
    </button>
  )
}

/** Data or parameter: a locked input stays when all others follow their wishes. */
const LockButton = ({ name }: { readonly name: string }) => {
  const locked = useStore(({ session }) => session.bench.locked)
  const change = useStore((store) => store.do.try)
  const isLocked = locked.includes(name)
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
      <Icon of={isLocked ? Lock : LockOpen} size={16} />
    </button>
  )
}

/** By name, not by wire: the row stays the same one when a drag writes the line that an assumed input lacked. */
const keyed = (rows: readonly InputRow[]): readonly { readonly key: string; readonly row: InputRow }[] => {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const before = seen.get(row.name) ?? 0
    seen.set(row.name, before + 1)
    return { key: `${row.name} ${before}`, row }
  })
}

import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from '../state/store'
import { KeyCap } from './KeyCap'
import { Modal } from './Modal'

export type Command = {
  readonly says: string
  readonly group: string
  readonly keys?: string
  readonly run: () => void
}

type Props = { readonly commands: readonly Command[] }

/** Everything that can be done, found by typing some of its words. */
export const Commands = ({ commands }: Props) => (
  <Modal name="commands" title="What do you want to do?">
    <Finder commands={commands} />
  </Modal>
)

/** All words that were typed, in any order. */
const isWanted = ({ says, group }: Command, typed: string): boolean => {
  const text = `${group} ${says}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const moves: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['PageDown', 8],
  ['PageUp', -8],
])

const Finder = ({ commands }: Props) => {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const list = useId()
  const found = commands.filter((command) => isWanted(command, typed.trim()))
  const at = Math.min(chosen, found.length - 1)

  const run = (command: Command | undefined) => {
    if (!command) return
    // The dialog goes first: below it nothing takes the focus.
    flushSync(() => useStore.getState().do.show(null))
    command.run()
  }
  const move = (to: number) => {
    setChosen(Math.max(0, Math.min(found.length - 1, to)))
    document
      .getElementById(`${list}-${Math.max(0, Math.min(found.length - 1, to))}`)
      ?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <>
      <input
        type="text"
        className="entry finder"
        role="combobox"
        aria-label="Command"
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        placeholder="zoom, theme, circuit 2, sigmoid …"
        value={typed}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value)
          setChosen(0)
        }}
        onKeyDown={(event) => {
          const by = moves.get(event.key)
          if (event.nativeEvent.isComposing || (by === undefined && event.key !== 'Enter')) return
          event.preventDefault()
          if (by === undefined) run(found[at])
          else move(at + by)
        }}
      />
      <div
        id={list}
        role="listbox"
        aria-label="Commands"
        className="commands-list"
        tabIndex={-1}
        // The field above keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
      >
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus, and the keys
          // biome-ignore lint/a11y/useFocusableInteractive: a listbox behind a combobox is walked from there
          <div
            key={`${command.group} ${command.says}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => run(command)}
          >
            <span>{command.says}</span>
            <span className="quiet">{command.group}</span>
            {command.keys && <KeyCap keys={command.keys} />}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="quiet" role="status">
          Nothing that can be done has these words.
        </p>
      )}
    </>
  )
}

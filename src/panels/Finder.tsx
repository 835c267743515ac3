import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from '../state/store'
import { KeyCap } from './KeyCap'

export type Findable = {
  readonly says: string
  readonly group: string
  /** A second line. */
  readonly about?: string
  readonly keys?: string
  readonly run: () => void
}

type Props = { readonly label: string; readonly hint: string; readonly items: readonly Findable[] }

/** Of more, those beyond are found by more letters. */
const mostListed = 200

const rankOf = ({ says }: Findable, words: string): number => {
  const text = says.toLowerCase()
  if (text === words) return 0
  return text.startsWith(words) ? 1 : 2
}

/** All words that were typed, in any order. */
const isWanted = ({ says, group, about = '' }: Findable, typed: string): boolean => {
  const text = `${group} ${says} ${about}`.toLowerCase()
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

/** A field and the list of what has its words; arrows choose, Enter and a tap do it. */
export const Finder = ({ label, hint, items }: Props) => {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const list = useId()
  const words = typed.trim().toLowerCase()
  const wanted = items.filter((item) => isWanted(item, words))
  // What is called so comes first, then what begins with it.
  const ranked = words === '' ? wanted : wanted.toSorted((a, b) => rankOf(a, words) - rankOf(b, words))
  const found = ranked.slice(0, mostListed)
  const at = Math.min(chosen, found.length - 1)

  const run = (item: Findable | undefined) => {
    if (!item) return
    // The dialog goes first: below it nothing takes the focus.
    flushSync(() => useStore.getState().do.show(null))
    item.run()
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
        aria-label={label}
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        placeholder={hint}
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
        aria-label={`${label}s`}
        className="commands-list"
        tabIndex={-1}
        // The field above keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
      >
        {found.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus, and the keys
          // biome-ignore lint/a11y/useFocusableInteractive: a listbox behind a combobox is walked from there
          <div
            key={`${item.group} ${item.says}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => run(item)}
          >
            <span className="found">
              {item.says}
              {item.about && <span className="quiet">{item.about}</span>}
            </span>
            {item.group && <span className="quiet">{item.group}</span>}
            {item.keys && <KeyCap keys={item.keys} />}
          </div>
        ))}
      </div>
      {ranked.length > found.length && (
        <p className="quiet">{`${ranked.length - found.length} more have these letters.`}</p>
      )}
      {found.length === 0 && (
        <p className="quiet" role="status">
          Nothing here has these words.
        </p>
      )}
    </>
  )
}

import type { Command } from './Commands'
import { KeyCap } from './KeyCap'
import { Modal } from './Modal'

type Row = { readonly keys: string; readonly says: string }

/** What the picture, the inputs and the program answer by themselves. */
const others: readonly (readonly [string, readonly Row[]])[] = [
  [
    'In the picture',
    [
      { keys: '← →', says: 'Walk along a wire' },
      { keys: '↑ ↓', says: 'Walk between branches, and between a value and its gradient' },
      { keys: 'Home', says: 'To the first input' },
      { keys: 'End', says: 'To the output' },
      { keys: 'Enter', says: 'Keep the answer; on an input’s value: type another number' },
      { keys: 'Space', says: 'Keep the answer' },
    ],
  ],
  [
    'On an input',
    [
      { keys: 'Alt+↑', says: 'One step more (with ↓ less)' },
      { keys: 'Alt+Shift+↑', says: 'A tenth of a step' },
      { keys: 'Alt+Page Up', says: 'Ten steps' },
      { keys: 'drag', says: 'By hand, up or right for more: Shift finer, Alt coarser, Esc gives it up' },
      { keys: 'double-click', says: 'Type another number' },
    ],
  ],
  [
    'In the program',
    [
      { keys: 'Control+Space', says: 'Complete a name or a gate: ↓ to choose, Enter to take it' },
      { keys: 'Tab', says: 'Leave the editor' },
    ],
  ],
]

type Props = {
  readonly commands: readonly Command[]
  /** Those that work in front of a hall. */
  readonly hall: readonly Row[]
}

const sections = (commands: readonly Command[], hall: readonly Row[]) =>
  [['Everywhere', commands.flatMap(withKeys)], ...others, ['In front of a hall (P)', hall]] as const

/** All keys, in one sheet. */
export const KeySheet = ({ commands, hall }: Props) => (
  <Modal name="keys" title="Keys">
    <div className="key-sheet">
      {sections(commands, hall).map(([title, rows]) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <dl>
            {rows.map(({ keys, says }) => (
              <div key={says}>
                <dt>
                  <KeyCap keys={keys} />
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Modal>
)

const withKeys = ({ keys, says }: Command): readonly Row[] => (keys === undefined ? [] : [{ keys, says }])

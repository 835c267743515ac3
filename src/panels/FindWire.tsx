import { useMemo } from 'react'
import type { Subject } from '../scene/scene'
import { namedWiresOf } from '../state/names'
import { useStore } from '../state/store'
import { Finder } from './Finder'
import { Modal } from './Modal'

type Props = { readonly onFind: (subject: Subject) => void }

/** Goes to a wire that is called by its name. */
export const FindWire = ({ onFind }: Props) => (
  <Modal name="find" title="Find a wire">
    <Names onFind={onFind} />
  </Modal>
)

const Names = ({ onFind }: Props) => {
  const wires = useStore(({ session }) => namedWiresOf(session))
  const items = useMemo(
    () =>
      wires.map(({ key, name, kind }) => ({
        says: name,
        group: kind,
        run: () => onFind({ about: 'value', wire: key }),
      })),
    [wires, onFind],
  )
  return <Finder label="Wire" hint="q, w1_0[1] …" items={items} />
}

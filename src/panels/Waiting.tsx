import { isCalledOff } from '../state/large'
import { useStore } from '../state/store'

const grouped = new Intl.NumberFormat('en')

/** What is told while a large circuit is laid out, and where it was called off; the picture before it stays. */
export const Waiting = ({ wires }: { readonly wires: number }) => {
  const off = useStore(({ session }) => isCalledOff(session))
  const { callOff, takeUp } = useStore((store) => store.do)
  return (
    <p className="waiting" role="status">
      {off
        ? `${grouped.format(wires)} wires are not laid out.`
        : `Laying out ${grouped.format(wires)} wires … `}
      {!off && <progress aria-label="Laying out" />}{' '}
      <button type="button" className="fix" onClick={off ? takeUp : callOff}>
        {off ? 'Lay them out' : 'Cancel'}
      </button>
    </p>
  )
}

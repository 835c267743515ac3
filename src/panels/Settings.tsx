import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useId } from 'react'

/** What is behind one button; it comes after the first picture. */
export const Settings = ({ display }: { readonly display: ReactNode }) => {
  const id = useId()
  return (
    <>
      <button type="button" className="tool" aria-label="Display" title="Display" popoverTarget={id}>
        <SlidersHorizontal aria-hidden size={18} />
      </button>
      <section className="settings" aria-label="Display" id={id} popover="auto">
        {display}
      </section>
    </>
  )
}

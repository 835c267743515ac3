import { SlidersHorizontal } from 'lucide'
import { type ReactNode, useId } from 'react'
import { Icon } from './Icon'

/** What is behind one button; it comes after the first picture. */
export const Settings = ({ display }: { readonly display: ReactNode }) => {
  const id = useId()
  return (
    <>
      <button type="button" className="tool" aria-label="Display" title="Display" popoverTarget={id}>
        <Icon of={SlidersHorizontal} />
      </button>
      <section className="settings" aria-label="Display" id={id} popover="auto">
        {display}
      </section>
    </>
  )
}

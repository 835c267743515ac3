import { X } from 'lucide'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Dialog } from '../state/session'
import { useStore } from '../state/store'
import { focusAgain } from './focus'
import { Icon } from './Icon'

type Props = { readonly name: Dialog; readonly title: string; readonly children: ReactNode }

/** A native dialog that is there while the session says so; the browser gives the focus back when it goes. */
export const Modal = ({ name, title, children }: Props) => {
  const open = useStore(({ session }) => session.dialog === name)
  return open ? (
    <Open name={name} title={title}>
      {children}
    </Open>
  ) : null
}

const Open = ({ name, title, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const close = () => useStore.getState().do.show(null)

  useEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    shown?.showModal()
    // What the dialog is for comes before the button that closes it.
    const first =
      shown?.querySelector<HTMLElement>('[data-first]') ??
      shown?.querySelector<HTMLElement>('input, li button')
    first?.focus()
    if (first instanceof HTMLInputElement) first.select()
    return () => {
      // Only where the dialog's end left it nowhere: a command may have sent it to another place.
      const lost = document.activeElement === document.body || shown?.contains(document.activeElement)
      shown?.close()
      if (lost) focusAgain(before)
    }
  }, [])
  /** Where the press began: a selection drawn out of the dialog is no click beside it. */
  const pressed = useRef<EventTarget>(null)

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; this is the click beside it
    <dialog
      ref={dialog}
      className={`modal ${name}`}
      aria-labelledby={titleId}
      // At once: the end itself is told later, and by then a key may have opened another one.
      onCancel={close}
      onClose={() => {
        // One that was opened again at once (as strict mode does) is not closed by the event of its first end.
        if (!dialog.current?.open) close()
      }}
      onPointerDown={({ target }) => {
        pressed.current = target
      }}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget && pressed.current === target) close()
      }}
    >
      <div className="modal-page">
        <div className="modal-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="tool" aria-label="Close" onClick={close}>
            <Icon of={X} />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}

import { useRef, useState } from 'react'
import { writeLiteral } from '../lib/literal'
import { type InputRow, withInput } from '../state/inputs'
import { isFixed } from '../state/refusing'
import { useStore } from '../state/store'
import { canSlide, reachOf } from './reach'

const sliderKeys = /^(Arrow|Page|Home|End)/
/** Presses that follow each other this quickly (ms) are one run, and one undo entry. */
const runPause = 800

/** An input's number as a slider. One drag, or one run of key presses, is one undo entry; Escape gives it up. */
export const InputSlider = ({ row }: { readonly row: InputRow }) => {
  const { name, value, decimals } = row
  const [kept, setKept] = useState({ decimals, reach: 0 })
  const needed = reachOf(value, decimals)
  const run = useRef<ReturnType<typeof setTimeout>>(undefined)
  const givenUp = useRef(false)
  const grasped = useRef(false)

  const dragging = useStore(({ session }) => session.gesture !== null)
  // While the picture is still that of the text before, it cannot be taken in hand: it does not look as if it could.
  const fixed = useStore(({ session }) => isFixed(session))

  // While it is dragged the range only grows: nothing rescales under the hand.
  const reach = dragging && kept.decimals === decimals ? Math.max(kept.reach, needed) : needed
  if (kept.decimals !== decimals || kept.reach !== reach) setKept({ decimals, reach })
  if (!canSlide(value, decimals)) return <p className="no-slider">no slider for this number</p>

  const act = () => useStore.getState().do
  const settle = () => {
    clearTimeout(run.current)
    act().drop()
  }
  const rest = () => {
    clearTimeout(run.current)
    run.current = setTimeout(settle, runPause)
  }
  const giveUp = () => {
    givenUp.current = true
    clearTimeout(run.current)
    act().cancelDrag()
  }
  const slide = (to: number) => {
    const { session } = useStore.getState()
    const changed = withInput(session, row.key, writeLiteral(to, decimals))
    // In hand no more: given up, or undone in the middle.
    if (!changed.ok || givenUp.current || (grasped.current && session.held === null)) return
    act().drag(changed.value)
    // Neither pointer nor key: a screen reader's own control.
    if (!grasped.current) rest()
  }
  const grasp = () => {
    givenUp.current = false
    grasped.current = true
    act().grab(row.key)
    const release = (event: Event) => {
      for (const type of ends) window.removeEventListener(type, release)
      grasped.current = false
      // A touch that turns out to be a scroll was never meant for the slider.
      if (event.type === 'pointercancel') giveUp()
      else settle()
    }
    for (const type of ends) window.addEventListener(type, release)
  }

  return (
    <input
      type="range"
      aria-label={name}
      aria-valuetext={row.text}
      min={-reach}
      max={reach}
      step={10 ** -decimals}
      value={value}
      disabled={fixed}
      onChange={(event) => slide(event.target.valueAsNumber)}
      onPointerDown={grasp}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          giveUp()
        } else if (sliderKeys.test(event.key)) {
          givenUp.current = false
          clearTimeout(run.current)
        }
      }}
      onKeyUp={(event) => {
        if (sliderKeys.test(event.key)) rest()
      }}
    />
  )
}

const ends = ['pointerup', 'pointercancel'] as const

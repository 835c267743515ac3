import { useRef, useState } from 'react'
import { Answer } from '../panels/Answer'
import { Explain } from '../panels/Explain'
import { PictureArea } from '../panels/PictureArea'
import { StepBar } from '../panels/StepBar'
import { Told } from '../panels/Told'
import { WriteField } from '../panels/WriteField'
import { pack } from '../share/frame'
import type { Embed as Options } from '../share/query'
import { frameOf } from '../state/still'
import { useStore } from '../state/store'
import type { CameraHandle } from '../view/CircuitView'
import { createGrabbing } from '../view/grabbing'

/** The wheel scrolls the page around, unless Ctrl or Command says otherwise or the picture has the focus. */
const takesWheel = ({ ctrlKey, metaKey, currentTarget }: WheelEvent): boolean =>
  ctrlKey || metaKey || (currentTarget instanceof Element && currentTarget.contains(document.activeElement))

/** A circuit in another page: the picture, its steps, and the way to the whole app. */
export const Embed = ({ options: { controls } }: { readonly options: Options }) => {
  const camera = useRef<CameraHandle>(null)
  return (
    <main>
      <h1 className="unseen">Backflow: a circuit</h1>
      <section className="circuit" aria-label="Circuit">
        <PictureArea camera={camera} hands={createGrabbing} field={WriteField} takesWheel={takesWheel} />
        <Explain answer={Answer} told={<Told />} beside={null} />
      </section>
      <div className="embed-foot">
        {controls === 'steps' && <StepBar />}
        <OpenWhole />
      </div>
    </main>
  )
}

const wholePage = (): string => {
  const code = pack(frameOf(useStore.getState().session))
  return `./index.html${code === null ? '' : `#${code}`}`
}

/** Made when somebody is about to follow it, not with every number that changes. */
const OpenWhole = () => {
  const [href, setHref] = useState(wholePage)
  const refresh = () => setHref(wholePage())
  return (
    <a
      className="open-whole"
      href={href}
      target="_blank"
      rel="noopener"
      onPointerEnter={refresh}
      onPointerDown={refresh}
      onFocus={refresh}
    >
      Open in Backflow
    </a>
  )
}

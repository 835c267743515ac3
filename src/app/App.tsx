import { type ComponentType, useEffect, useMemo, useRef, useState } from 'react'
import { Editor, type EditorHandle } from '../panels/Editor'
import { Explain } from '../panels/Explain'
import { Header } from '../panels/Header'
import { Inputs } from '../panels/Inputs'
import { PictureArea } from '../panels/PictureArea'
import { Problems } from '../panels/Problems'
import { ProgramTools } from '../panels/ProgramTools'
import { StepBar } from '../panels/StepBar'
import { useStore } from '../state/store'
import type { CameraHandle } from '../view/CircuitView'
import type { Scope } from './deed'
import { format } from './deeds'
import { listen } from './shortcuts'

const noDialogs =
  'A part of the page could not be fetched: gallery and commands need it. Reload the page; the text is in its address.'

type DialogsComponent = ComponentType<{ readonly scope: () => Scope }>

/** Placement only. */
export const App = () => {
  const camera = useRef<CameraHandle>(null)
  const editor = useRef<EditorHandle>(null)
  const scope = useMemo(() => (): Scope => ({ camera: camera.current, editor: editor.current }), [])
  const [dialogs, setDialogs] = useState<{ readonly Dialogs: DialogsComponent } | null>(null)

  useEffect(() => listen(window, scope), [scope])

  // After the first picture; one that is asked for before opens as soon as it is there.
  useEffect(() => {
    import('./Dialogs').then(setDialogs).catch(() => useStore.getState().do.say(noDialogs))
  }, [])

  return (
    <>
      <Header />
      <main>
        <section className="circuit" aria-label="Circuit">
          <PictureArea camera={camera} />
          <Explain />
        </section>
        <StepBar />
        <div className="side">
          <section className="program" aria-label="Program">
            <ProgramTools onFormat={format} />
            <Editor handle={editor} />
            <Problems onSelect={(span) => editor.current?.select(span)} />
          </section>
          <section className="inputs-panel" aria-label="Inputs">
            <h2 className="panel-title">Inputs</h2>
            <Inputs />
          </section>
        </div>
      </main>
      {dialogs && <dialogs.Dialogs scope={scope} />}
    </>
  )
}

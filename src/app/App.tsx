import { useEffect, useRef } from 'react'
import { Editor, type EditorHandle } from '../panels/Editor'
import { Explain } from '../panels/Explain'
import { Header } from '../panels/Header'
import { Inputs } from '../panels/Inputs'
import { PictureArea } from '../panels/PictureArea'
import { Problems } from '../panels/Problems'
import { Settings } from '../panels/Settings'
import type { CameraHandle } from '../view/CircuitView'
import { listen } from './shortcuts'

/** Placement only. */
export const App = () => {
  const camera = useRef<CameraHandle>(null)
  const editor = useRef<EditorHandle>(null)

  useEffect(() => listen(window, () => camera.current), [])

  return (
    <>
      <Header />
      <Settings />
      <main>
        <section className="circuit" aria-label="Circuit">
          <PictureArea camera={camera} />
          <Explain />
        </section>
        <section className="program" aria-label="Program">
          <Editor handle={editor} />
          <Problems onSelect={(span) => editor.current?.select(span)} />
        </section>
        <section className="inputs-panel" aria-label="Inputs">
          <h2 className="panel-title">Inputs</h2>
          <Inputs />
        </section>
      </main>
    </>
  )
}

import { useEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Command } from '../panels/Commands'
import { Commands } from '../panels/Commands'
import { Editor, type EditorHandle } from '../panels/Editor'
import { Explain } from '../panels/Explain'
import { Gallery } from '../panels/Gallery'
import { Gates } from '../panels/Gates'
import { Header } from '../panels/Header'
import { Inputs } from '../panels/Inputs'
import { KeySheet } from '../panels/KeySheet'
import { PictureArea } from '../panels/PictureArea'
import { Problems } from '../panels/Problems'
import { ProgramTools } from '../panels/ProgramTools'
import { Rename } from '../panels/Rename'
import { nameAt } from '../program/rename'
import { useStore } from '../state/store'
import type { CameraHandle } from '../view/CircuitView'
import { deeds, format, putIn, type Scope } from './deeds'
import { listen } from './shortcuts'

/** Placement only. */
export const App = () => {
  const camera = useRef<CameraHandle>(null)
  const editor = useRef<EditorHandle>(null)
  const scope = useMemo(() => (): Scope => ({ camera: camera.current, editor: editor.current }), [])
  const commands = useMemo(
    () => deeds.map(({ run, ...deed }): Command => ({ ...deed, run: () => run(scope()) })),
    [scope],
  )

  useEffect(() => listen(window, scope), [scope])

  const nameHere = () => {
    const place = editor.current?.selection()
    return place ? nameAt(useStore.getState().session.source, place.from) : null
  }

  return (
    <>
      <Header />
      <main>
        <section className="circuit" aria-label="Circuit">
          <PictureArea camera={camera} />
          <Explain />
        </section>
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
      <Gallery />
      <Gates
        onChoose={(offer) => {
          // The dialog goes first: below it the editor takes no focus.
          flushSync(() => useStore.getState().do.show(null))
          putIn(offer, scope())
        }}
      />
      <Rename nameHere={nameHere} />
      <Commands commands={commands} />
      <KeySheet commands={commands} />
    </>
  )
}

import { type ComponentType, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Editor, type EditorHandle } from '../panels/Editor'
import { Explain } from '../panels/Explain'
import { Header } from '../panels/Header'
import { PictureArea } from '../panels/PictureArea'
import { Rescue } from '../panels/Rescue'
import { useStore } from '../state/store'
import type { CameraHandle } from '../view/CircuitView'
import { painted } from '../view/painted'
import type { Scope } from './deed'

const missing =
  'A part of the page could not be fetched: steps, inputs, gallery and commands need it. Reload the page; the text is in its address.'

type DialogsComponent = ComponentType<{ readonly scope: () => Scope }>
type Story = typeof import('./Story')

/** Placement only. */
export const App = () => {
  const camera = useRef<CameraHandle>(null)
  const editor = useRef<EditorHandle>(null)
  const scope = useMemo(() => (): Scope => ({ camera: camera.current, editor: editor.current }), [])
  const [dialogs, setDialogs] = useState<{ readonly Dialogs: DialogsComponent } | null>(null)

  const [isMissing, setMissing] = useState(false)
  const isAsked = useStore(({ session }) => session.dialog !== null)
  const [story, setStory] = useState<Story | null>(null)

  // Before there are keys to step with; and the keys with the buttons that name them.
  useLayoutEffect(() => story?.bringTelling(), [story])
  useLayoutEffect(() => story?.listen(window, story.deeds, scope), [story, scope])
  useEffect(() => story?.keepHall(window), [story])
  useEffect(() => story?.fitAboveKeyboard(window), [story])
  useEffect(() => story?.keepPlaying(window), [story])

  // After the first picture; one that is asked for before opens as soon as it is there.
  useEffect(() => {
    painted().then(() => {
      import('./Story').then(setStory).catch(() => useStore.getState().do.say(missing))
      import('./Dialogs').then(setDialogs).catch(() => setMissing(true))
    })
  }, [])
  // What will never open is not waited for: keys that wait for a dialog would be dead.
  useEffect(() => {
    const { show, say } = useStore.getState().do
    if (isMissing && isAsked) show(null)
    if (isMissing) say(missing)
  }, [isMissing, isAsked])

  return (
    <>
      <Header display={story && <story.Display />} />
      <main>
        <section className="circuit" aria-label="Circuit">
          <Rescue name="The picture">
            <PictureArea
              camera={camera}
              hands={story?.createGrabbing ?? null}
              field={story?.WriteField ?? null}
            />
          </Rescue>
          <Rescue name="The explanation">
            <Explain
              answer={story?.Answer ?? null}
              told={story && <story.Told />}
              beside={story && <story.Beside />}
            />
          </Rescue>
        </section>
        <div className="steps-room">
          <Rescue name="The step bar">{story && <story.StepBar />}</Rescue>
        </div>
        <div className="side">
          <section className="program" aria-label="Program">
            <Rescue name="The editor">
              <div className="program-tools">
                <h2 className="panel-title">Program</h2>
                {story && <story.ProgramTools onFormat={story.format} />}
              </div>
              {story && <story.CodeView />}
              <Editor handle={editor} />
              {story && <story.Problems onSelect={(span) => editor.current?.select(span)} />}
              {story && <story.ByHand onSelect={(span) => editor.current?.select(span)} />}
            </Rescue>
          </section>
          <section className="inputs-panel" aria-label="Inputs">
            <Rescue name="The list of inputs">
              <h2 className="panel-title">Inputs</h2>
              {story && <story.Inputs />}
              {story && <story.Wishes />}
            </Rescue>
          </section>
        </div>
      </main>
      {story && <story.HallScreen />}
      <Rescue name="What was open">{dialogs && <dialogs.Dialogs scope={scope} />}</Rescue>
    </>
  )
}

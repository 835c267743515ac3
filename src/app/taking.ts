import { codeOf, codeText } from '../code/staged'
import { isWritten, type Taking } from '../panels/TakeAlong'
import { passOf } from '../program/derive'
import { programOf } from '../program/drawable'
import type { Scene } from '../scene/scene'
import { fileNameOf } from '../share/file'
import { hasPages } from '../state/arranged'
import { tooLongIn } from '../state/code'
import type { Session } from '../state/session'
import { storyIn } from '../state/stepping'
import { useStore } from '../state/store'
import { decimalsIn } from '../state/views'
import { dotOf } from '../take/dot'
import { beamerOf, tikzOf } from '../take/tikz'
import { painted } from '../view/painted'
import { fontsOf, pngOf } from '../view/png'
import { fileOf, paintStill } from '../view/still'
import { download } from './files'
import { printSteps, printWorksheet } from './pages'
import { wholeSceneOf } from './whole'

const namespace = 'http://www.w3.org/2000/svg'

/** What is set number by number. */
const pageBound: ReadonlySet<Taking['kind']> = new Set(['tikz', 'beamer', 'steps', 'worksheet'])

/** Makes what is wanted of the session and hands it over; rejects with why the browser could not. */
export const take = async (taking: Taking): Promise<void> => {
  const { session } = useStore.getState()
  const scene = wholeSceneOf(session)
  const program = programOf(session.whole)
  if (!scene || !program) return
  if (pageBound.has(taking.kind) && !hasPages(session)) {
    useStore
      .getState()
      .do.say('A circuit of so many gates has no pages: take it as SVG, PNG, Graphviz or code.')
    return
  }
  // That it takes a moment is to be read before it is taken.
  if (tooLongIn(session) !== null && isWritten(taking)) await painted()
  const name = fileNameOf(session.source)
  const save = (text: string, ending: string, type = 'text/plain') =>
    download(new Blob([text], { type }), `${name}.${ending}`)
  switch (taking.kind) {
    case 'svg':
      return save(await svgOf(session, scene, taking.clear), 'svg', 'image/svg+xml')
    case 'png':
      return download(await pixels(session, scene, taking), `${name}.png`)
    case 'copy':
      return navigator.clipboard.write([
        // The browser waits for the picture: asked for later, it would no longer be the person's wish.
        new ClipboardItem({ 'image/png': pixels(session, scene, taking) }),
      ])
    case 'tikz':
      return save(tikzOf(scene), 'tex')
    case 'beamer':
      return save(beamerOf(scenesOf(session), name), 'tex')
    case 'dot':
      return save(
        dotOf({ circuit: program.circuit, pass: passOf(program), decimals: decimalsIn(session, program) }),
        'dot',
      )
    case 'code':
      return save(codeText(codeOf(program, taking)), 'py')
    case 'steps':
      return printSteps(session)
    case 'worksheet':
      return printWorksheet(session)
  }
}

/** The whole story, the beginning included, a scene for every moment. */
export const scenesOf = (session: Session): readonly Scene[] => {
  const story = storyIn(session)
  if (!story) return []
  return [0, ...story.ends].flatMap((_, step) => {
    const scene = wholeSceneOf({
      ...session,
      asked: null,
      course: { ...session.course, place: { step, share: 0 } },
    })
    return scene ? [scene] : []
  })
}

const pixels = async (
  session: Session,
  scene: Scene,
  { clear, scale }: { readonly clear: boolean; readonly scale: number },
): Promise<Blob> => {
  const fonts = await fontsOf(document, 'Source Sans 3')
  return pngOf(document, await svgOf(session, scene, clear, fonts), scale)
}

/** Painted for a moment where style sheets reach it, and nobody sees it. */
const svgOf = async (session: Session, scene: Scene, clear: boolean, fonts?: string): Promise<string> => {
  const room = document.body.appendChild(document.createElement('div'))
  room.className = 'still-room'
  try {
    const svg = room.appendChild(document.createElementNS(namespace, 'svg'))
    paintStill(svg, scene)
    const ground = clear
      ? null
      : getComputedStyle(document.documentElement).getPropertyValue('--ground').trim()
    const caption = { title: document.title, description: scene.label, program: session.source }
    return fileOf(svg, { ...caption, ground, ...(fonts && { fonts }) })
  } finally {
    room.remove()
  }
}

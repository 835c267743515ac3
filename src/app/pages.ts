import { codeOf } from '../code/staged'
import { programOf } from '../program/drawable'
import type { Scene } from '../scene/scene'
import type { Session } from '../state/session'
import { storyIn } from '../state/stepping'
import { narrationOf } from '../state/telling'
import { paintStill } from '../view/still'
import { wholeSceneOf } from './whole'

const namespace = 'http://www.w3.org/2000/svg'

type Page = {
  readonly title: string
  readonly scene: Scene
  readonly lines: readonly string[]
  readonly code: boolean
}

/** One page for every step: its picture, and what is told of it. */
export const printSteps = (session: Session): void => {
  const story = storyIn(session)
  if (!story) return
  const last = story.ends.length
  printPages(
    [0, ...story.ends].flatMap((_, step): readonly Page[] => {
      const here = { ...session, asked: null, course: { ...session.course, place: { step, share: 0 } } }
      const scene = wholeSceneOf(here)
      const told = narrationOf(here)
      const lines = told ? [told.text, told.note ?? ''] : []
      return scene ? [{ title: `Step ${step} of ${last}`, scene, lines, code: false }] : []
    }),
  )
}

/** A page with the forward pass, the gradients to be filled in, and a page with the solution. */
export const printWorksheet = (session: Session): void => {
  const story = storyIn(session)
  const program = programOf(session.whole)
  if (!story || !program) return
  const at = (step: number | null) => {
    const place = step === null ? null : { step, share: 0 }
    return wholeSceneOf({ ...session, asked: null, course: { ...session.course, place } })
  }
  const code = (blank: boolean) =>
    codeOf(program, { dialect: 'math', naming: 'dfdq', blank })
      .filter(({ kind }) => kind !== 'head' && kind !== 'print')
      .map(({ text }) => text)
  const [task, solution] = [at(story.forward), at(null)]
  if (!task || !solution) return
  printPages([
    { title: 'Fill in every gradient', scene: undimmed(task), lines: code(true), code: true },
    { title: 'Solution', scene: solution, lines: code(false), code: true },
  ])
}

/** A worksheet has no gate at work. */
const undimmed = (scene: Scene): Scene => ({
  ...scene,
  meeting: null,
  marks: scene.marks.map((mark) => ({ ...mark, sight: 'clear' as const })),
})

/** Put into the document as long as it is printed. */
const printPages = (pages: readonly Page[]): void => {
  const { body, documentElement: root } = document
  const host = body.appendChild(document.createElement('div'))
  host.className = 'pages'
  for (const page of pages) host.append(pageOf(page))
  root.setAttribute('data-pages', '')
  const end = () => {
    host.remove()
    root.removeAttribute('data-pages')
    window.removeEventListener('afterprint', end)
  }
  window.addEventListener('afterprint', end)
  window.print()
}

const pageOf = ({ title, scene, lines, code }: Page): HTMLElement => {
  const page = document.createElement('section')
  const heading = document.createElement('h2')
  heading.textContent = title
  const svg = document.createElementNS(namespace, 'svg')
  paintStill(svg, scene)
  page.append(heading, svg)
  const told = document.createElement(code ? 'pre' : 'p')
  told.textContent = code ? lines.join('\n') : lines.filter((line) => line !== '').join('\n')
  page.append(told)
  return page
}

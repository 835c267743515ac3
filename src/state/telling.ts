import { latest } from '../lib/remember'
import type { Story } from '../pass/story'
import { type Program, passOf } from '../program/derive'
import { programOf } from '../program/drawable'
import { type Narration, narrate } from '../scene/narrate'
import type { Session } from './session'
import { storyIn, whereIn } from './stepping'
import { decimalsIn } from './views'

/** What has just happened in the story; null at rest. */
export const narrationOf = (session: Session): Narration | null => {
  const program = programOf(session.whole)
  const story = storyIn(session)
  const where = whereIn(session)
  if (!program || !story || !where || where.resting) return null
  return narrated(program, story, where.done, decimalsIn(session, program), session.course.grain === 'wire')
}

const narrated = latest(
  (program: Program, story: Story, done: number, decimals: number, fine: boolean): Narration =>
    narrate({ circuit: program.circuit, pass: passOf(program), decimals }, story, done, fine),
)

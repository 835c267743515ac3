import { latest } from '../lib/remember'
import { gradientAt, knownAt, type Story } from '../pass/story'
import { type Program, passOf } from '../program/derive'
import { programOf } from '../program/drawable'
import { isKnown } from '../scene/known'
import { wireByKey } from '../scene/picture'
import type { Subject } from '../scene/scene'
import { type Told, tell, tellSoFar, tellUnknown } from '../scene/tell'
import type { Session } from './session'
import { storyIn, whereIn } from './stepping'
import { decimalsIn } from './views'

const explained = latest(
  (program: Program, decimals: number, asked: Subject, story: Story | null, done: number): Told | null => {
    const pass = passOf(program)
    const picture = { circuit: program.circuit, pass, decimals }
    const wire = story && wireByKey(program, asked.wire)
    if (!wire) return tell(picture, asked)
    const known = knownAt(pass, story, done)
    if (isKnown(picture, known, asked)) return tell(picture, asked)
    return asked.about === 'gradient' && gradientAt(pass, known, wire.id) === 'part'
      ? tellSoFar(picture, wire, known.heardBy(wire.id).heard)
      : tellUnknown(wire, asked)
  },
)

/** The answer to what is being asked, as far as it is known; null if nothing is, or it is gone. */
export const explanationOf = (session: Session): Told | null => {
  const program = programOf(session.whole)
  if (!program || !session.asked) return null
  const where = whereIn(session)
  const story = where && !where.resting ? storyIn(session) : null
  return explained(program, decimalsIn(session, program), session.asked, story, where?.done ?? 0)
}

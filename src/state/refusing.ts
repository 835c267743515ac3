import { isBehind, type Standing } from './arranged'

/** What of a session says whether its numbers can be changed, and where that is told. */
type Told = Standing & {
  readonly source: string
  readonly unread: unknown
  readonly notice: string | null
}

const broken = 'Mend the text first: while it is broken, its numbers stay as they are.'
export const stillRead = 'The text is still to be read: until then its numbers stay as they are.'
const stillLaidOut = 'The circuit is still to be laid out: until then the picture is that of the text before.'

/** The picture's numbers cannot be changed: they are not, or not all, those of the text. */
export const isFixed = (session: Told): boolean => session.source !== session.whole || isBehind(session)

/** Where such a number is taken in hand, or is to be typed. */
export const refuse = <Session extends Told>(session: Session): Session => {
  const told = session.source === session.whole ? stillLaidOut : broken
  return { ...session, notice: session.unread ? stillRead : told }
}

/** Its circuit stands: what was told of that is over. */
export const settled = <Session extends Told>(session: Session): Session =>
  session.notice === stillLaidOut ? { ...session, notice: null } : session
